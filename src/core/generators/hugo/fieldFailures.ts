import { foldedEntry } from '../../frontMatter/tree';
import type { MapNode, Node } from '../../frontMatter/tree';
import type { Message } from '../../message';
import { say } from '../../message';
import type { Report } from '../../report/report';
import type { Site } from '../generator';
import type { Data } from '../scalars';
import { typeOf } from '../scalars';
import { atLeast } from '../versions';
import type { FieldValue } from './values';
import { castBool, fieldValue, goText, plainReaderOf, valueOf } from './values';
import {
  CHECKED_MARKUP,
  KNOWS_NEW_OUTPUTS,
  NO_OLD_BUILD,
  NO_OWN_KIND,
  STRICT_LISTS,
  TWO_STEPS,
} from './versions';

/** A field of which Hugo can make nothing, and what it says about it. */
export interface FieldFailure {
  readonly value: FieldValue;
  readonly reason: Message;
}

const KINDS = /^(?:|page|home|section|taxonomy|term|404|rss|sitemap|sitemapindex|robotstxt)$/i;

const MARKDOWN = ['md', 'markdown', 'goldmark'];
const MARKUP = ['html', 'org', 'asciidoc', 'asciidocext', 'adoc', 'ad', 'rst', 'pandoc', 'pdc'];

/** The formats that every site has (output/outputFormat.go, DefaultFormats), and those that only later versions have. */
const OUTPUTS: ReadonlySet<string> = new Set([
  '404', 'alias', 'amp', 'calendar', 'css', 'csv', 'gotmpl', 'html', 'httpstatus', 'json', 'markdown', 'robots', 'rss', 'sitemap', 'webappmanifest',
]); // prettier-ignore
const NEW_OUTPUTS: ReadonlySet<string> = new Set(['404', 'alias', 'gotmpl', 'httpstatus']);

/** Finds the first field whose type or value ends the build (hugolib/page__meta.go, setMetaPost). */
export function fieldFailure(report: Report, { version, config, surroundings }: Site): FieldFailure | null {
  const inSite = surroundings?.inSite === true;
  const twoSteps = atLeast(version, TWO_STEPS);
  const failing = (
    name: string,
    fails: (value: FieldValue, data: Data) => boolean,
    reason: () => Message,
  ) => {
    const value = fieldValue(report, name);
    return value && fails(value, valueOf(report, name, version) ?? null) ? { value, reason: reason() } : null;
  };
  const isNoMap = ({ node }: FieldValue, data: Data) => data !== null && node?.kind !== 'map';
  const map = (name: string) => () => say('its field {0} must be a map', name);
  const readsKind = twoSteps && !atLeast(version, NO_OWN_KIND);
  return (
    (readsKind
      ? failing(
          'kind',
          (_value, data) => !KINDS.test(goText(data)),
          () => say('its field {0} must be a kind of page that Hugo knows', 'kind'),
        )
      : null) ??
    failing(
      'url',
      (_value, data) => hasScheme(data),
      () => say('its URL has a protocol'),
    ) ??
    failing(
      'aliases',
      (_value, data) => (Array.isArray(data) ? data : [data]).some(hasScheme),
      () => say('one of its aliases has a protocol'),
    ) ??
    (twoSteps ? failing('build', isNoMap, map('build')) : null) ??
    (atLeast(version, NO_OLD_BUILD)
      ? failing(
          '_build',
          () => true,
          () => say('its field {0} is now named {1}', '_build', 'build'),
        )
      : failing('_build', isNoMap, map('_build'))) ??
    (twoSteps
      ? failing('cascade', ({ node }) => node?.kind === 'scalar' && !isNull(node, version), map('cascade'))
      : null) ??
    (twoSteps ? failing('params', isNoMap, map('params')) : null) ??
    (twoSteps
      ? failing(
          'markup',
          (_value, data) => !rendersMarkup(goText(data).toLowerCase(), version),
          () => say('it does not know the markup'),
        )
      : null) ??
    failing(
      'outputs',
      (_value, data) => inSite && hasUnknownOutput(data, config.hugo?.address?.outputs, version),
      () => say('its field {0} names a format that the site does not have', 'outputs'),
    )
  );
}

/** @param own the formats of the site; null where they are not known */
function hasUnknownOutput(data: Data, own: readonly string[] | null | undefined, version: string): boolean {
  return (
    own !== null &&
    outputNames(data, version).some((name) => {
      const format = name.toLowerCase();
      const isKnown =
        OUTPUTS.has(format) && (!NEW_OUTPUTS.has(format) || atLeast(version, KNOWS_NEW_OUTPUTS));
      return !isKnown && own?.includes(format) !== true;
    })
  );
}

/** The names in a list, or in a text between blanks (cast.ToStringSlice); what is no list of names counts as none. */
function outputNames(data: Data, version: string): readonly string[] {
  if (Array.isArray(data)) {
    const isNone =
      atLeast(version, STRICT_LISTS) && data.some((name) => typeof name === 'object' && name !== null);
    return isNone ? [] : data.map(goText);
  }
  return goText(data).split(/\s+/).filter(Boolean);
}

function hasScheme(data: Data): boolean {
  return typeof data === 'string' && /^https?:\/\//.test(data);
}

function isNull(node: Node, version: string): boolean {
  return node.kind === 'scalar' && typeOf(node, plainReaderOf(version)).type === 'null';
}

function rendersMarkup(markup: string, version: string): boolean {
  return (
    markup === '' ||
    MARKDOWN.includes(markup) ||
    (!atLeast(version, CHECKED_MARKUP) && MARKUP.includes(markup))
  );
}

/** The field by which a page is not rendered: `build` or its like, or `headless`; undefined where it is. */
export function unrenderedBy(report: Report, { version }: Site, isBundle: boolean): FieldValue | undefined {
  const twoSteps = atLeast(version, TWO_STEPS);
  const build = (twoSteps ? fieldValue(report, 'build') : undefined) ?? fieldValue(report, '_build');
  if (build?.node?.kind === 'map' && isUnrendered(build.node, version)) {
    return build;
  }
  const headless = fieldValue(report, 'headless');
  return headless && (twoSteps || isBundle) && castBool(headless, version) === true ? headless : undefined;
}

function isUnrendered({ entries }: MapNode, version: string): boolean {
  const render = foldedEntry(entries, 'render')?.value;
  if (render?.kind !== 'scalar') {
    return false;
  }
  const { value } = typeOf(render, plainReaderOf(version));
  return value === false || /^(?:never|link|false)$/i.test(String(value));
}
