import { toml } from '../../frontMatter/lazy';
import { say } from '../../message';
import type { Message } from '../../message';
import type { Report } from '../../report/report';
import type { Site } from '../generator';
import type { SiteConfig } from '../siteConfig';
import type { Cause } from '../forecast';
import { atLeast } from '../versions';
import { duplicateKey, isAliasBomb, isNull, firstOddKey } from './header';
import { unreadableMarkup } from './markup';
import { addresses } from './lazy';
import type { PermalinkProblem } from './permalinks';
import { yamlProblem } from './yaml';
import type { Failure } from './failure';
import { TOML_11, YAML_12 } from './versions';

/** The configuration cannot be read, or says of addresses what the version does not know. */
export function configFailure({ config, version }: Site): Failure | null {
  const reason = configReason(config, version);
  return (
    reason && {
      cause: { code: 'config', range: null },
      reason: say('Hugo will stop the build of the whole site: {0}.', reason),
    }
  );
}

function configReason(config: SiteConfig, version: string): Message | null {
  const { hugo } = config;
  const broken = hugo?.broken ?? unreadableMarkup({ config, version });
  if (broken !== null) {
    return say('it cannot read {0} in the configuration', broken);
  }
  const stop = hugo?.stops?.find(({ since }) => since === null || atLeast(version, since));
  if (stop) {
    return say('it cannot use `{0}` in its configuration', stop.setting);
  }
  if (!hugo?.address && !hugo?.languages) {
    return null;
  }
  const languages = [...(hugo.languages?.values() ?? [])];
  for (const settings of [hugo.address, ...languages.map(({ address }) => address)]) {
    const problem = settings?.permalinks && addresses().permalinksOf(settings.permalinks, version).problem;
    if (problem) {
      return permalinkReason(problem);
    }
  }
  return null;
}

function permalinkReason({ kind, name }: PermalinkProblem): Message {
  switch (kind) {
    case 'token':
      return say('the token {0} in the permalinks of the configuration is not known', name);
    case 'pattern':
      return say('the permalink {0} in the configuration is not well-formed', name);
    case 'setting':
      return say('it cannot read {0} in the permalinks of the configuration', name);
  }
}

/** The file starts with what is neither front matter nor text. */
export function introFailure(broken: Cause['range']): Failure | null {
  return (
    broken && {
      cause: { code: 'invalid-fence', range: broken },
      reason: say('Hugo will stop the build of the whole site: the file starts with HTML.'),
    }
  );
}

/** The front matter cannot be read. */
export function readFailure(report: Report, site: Site): Failure | null {
  const { fence, frontMatter } = report;
  const { invalidUtf8 } = report.options;
  const stop = (code: Cause['code'], range: Cause['range'], reason: Message): Failure => ({
    cause: { code, range },
    reason,
  });
  if (fence.kind === 'invalid') {
    return stop(
      'invalid-fence',
      fence.range,
      say('Hugo will stop the build of the whole site: it takes the first line for a broken fence.'),
    );
  }
  if (fence.kind === 'unclosed') {
    return stop(
      'unclosed-fence',
      fence.fence.open,
      say('Hugo will stop the build of the whole site: the front matter is not closed.'),
    );
  }
  if (invalidUtf8 && fence.kind === 'closed' && invalidUtf8.start < fence.fence.header.end) {
    // Go's other readers put the replacement character in its place.
    const strict =
      frontMatter?.format === 'toml' || (frontMatter?.format === 'yaml' && !atLeast(site.version, YAML_12));
    if (strict) {
      return stop(
        'syntax',
        invalidUtf8,
        say('Hugo will stop the build of the whole site: the front matter is not in UTF-8.'),
      );
    }
  }
  const oldToml = frontMatter?.format === 'toml' && !atLeast(site.version, TOML_11);
  const problem =
    frontMatter?.problems[0] ??
    yamlProblem(report, site.version) ??
    (oldToml
      ? toml().toml10Problem(report.header, fence.kind === 'closed' ? fence.fence.header.start : 0)
      : null);
  const takesFirst = frontMatter?.format === 'yaml' && !atLeast(site.version, YAML_12);
  if (problem) {
    return stop(
      'syntax',
      problem.range,
      say('Hugo will stop the build of the whole site: it cannot read the front matter.'),
    );
  }
  const root = frontMatter?.root;
  if (root && root.kind !== 'map' && !(takesFirst && isNull(root))) {
    return stop(
      'not-a-map',
      root.range,
      say('Hugo will stop the build of the whole site: the front matter is no list of fields.'),
    );
  }
  if (root && report.header.includes('*') && isAliasBomb(root)) {
    return stop(
      'syntax',
      root.range,
      say('Hugo will stop the build of the whole site: the aliases grow too large.'),
    );
  }
  const oddKey = root && frontMatter.format === 'yaml' ? firstOddKey(root, takesFirst) : undefined;
  if (oddKey) {
    return stop(
      'syntax',
      oddKey.key.range,
      say('Hugo will stop the build of the whole site: a key must be text.'),
    );
  }
  const duplicate =
    frontMatter?.format === 'yaml' && atLeast(site.version, YAML_12)
      ? duplicateKey(frontMatter.root)
      : undefined;
  if (duplicate) {
    return stop(
      'duplicate-field',
      duplicate.key.range,
      say('Hugo will stop the build of the whole site: a field appears twice.'),
    );
  }
  return null;
}
