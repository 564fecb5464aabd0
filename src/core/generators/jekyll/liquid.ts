import type { Message } from '../../message';
import type { Report } from '../../report/report';
import type { Range } from '../../text';
import type { Site } from '../generator';
import type { Now } from '../forecast';
import { targetKey } from '../targets';
import { atLeast } from '../versions';
import { jekyllPage } from './document';
import { postData, valueOf } from './postData';
import { runTemplate } from './liquid/run';
import { PAGE_FIELDS } from './liquid/evaluate';
import type { LiquidContext } from './liquid/evaluate';
import { isFilter } from './liquid/arity';
import { LiquidFailure } from './liquid/failure';
import { Drop } from './liquid/operations';
import { parseTemplate } from './liquid/template';
import type { TemplateOptions } from './liquid/template';
import { RubyHash } from './ruby/values';
import type { RubyValue } from './ruby/values';

/** What in a post's Liquid ends the build. */
export interface LiquidProblem {
  readonly range: Range;
  readonly reason: Message;
}

/** What Liquid makes of a text. */
export type LiquidResult =
  | { readonly text: string; readonly problem: null }
  | { readonly text: null; readonly problem: LiquidProblem };

/**
 * Runs Liquid over the post's body or a part of it from its start, as far as the text alone tells what it shows.
 * @param source the body's first part, with what was added behind it
 * @param placeholder what stands for tags and outputs that show nothing here; see LiquidContext
 */
export function renderLiquid(
  source: string,
  report: Report,
  site: Site,
  now: Now = 0,
  placeholder?: LiquidContext['placeholder'],
): LiquidResult {
  if (!hasLiquid(source) || isSwitchedOff(report, site)) {
    return { text: source, problem: null };
  }
  try {
    const template = parseTemplate(source, optionsOf(site));
    return { text: runTemplate(template, contextOf(report, site, now, placeholder)), problem: null };
  } catch (failure) {
    if (!(failure instanceof LiquidFailure)) {
      throw failure;
    }
    const end = report.text.length;
    const range = {
      start: Math.min(report.body + failure.start, end),
      end: Math.min(report.body + failure.end, end),
    };
    return { text: null, problem: { range, reason: failure.reason } };
  }
}

/** Utils.has_liquid_construct? */
export function hasLiquid(source: string): boolean {
  return source.includes('{%') || source.includes('{{');
}

/** Document#render_with_liquid? */
export function isSwitchedOff(report: Report, site: Site): boolean {
  return atLeast(site.version, '4') && valueOf(report, site, 'render_with_liquid') === false;
}

function contextOf(
  report: Report,
  site: Site,
  now: Now,
  placeholder: LiquidContext['placeholder'],
): LiquidContext {
  const isUnread = postData(report, site).problem !== null;
  const liquid = site.config.jekyll?.liquid;
  // Plugins may give pages more fields.
  const mayHave = (key: RubyValue) =>
    isUnread || liquid?.tags === null || (typeof key === 'string' && PAGE_FIELDS.has(key));
  const fields = isUnread ? [] : jekyllPage(report, site, now);
  const page = new Drop(fields, mayHave, report.text.slice(report.body));
  const jekyll = new RubyHash([
    ['version', site.version],
    ['environment', 'development'],
  ]);
  const { origin = '', basePath = '', timeZone } = site.config;
  const address = new Drop(
    [
      ['baseurl', basePath],
      ['url', origin],
    ],
    () => true,
  );
  return {
    ...(placeholder ? { placeholder } : {}),
    options: {
      zone: timeZone,
      now,
      address: [origin, basePath],
      version: site.version,
      isOld: !atLeast(site.version, '4'),
    },
    variables: new Map([
      ['site', address],
      ['page', page],
      ['jekyll', jekyll],
    ]),
    has: (tag, file) => has(tag, file, report, site),
    include: (file) => {
      const text = liquid?.includes?.get(file) ?? null;
      return text === null ? null : parseTemplate(text, optionsOf(site));
    },
    isKnownFilter: (name) =>
      liquid?.strictFilters !== true || liquid.tags === null || isFilter(name, site.version),
    strictVariables: liquid?.strictVariables === true,
  };
}

/** Which tags there are, and how strictly they are read. */
export function optionsOf({ config: { jekyll } }: Site): TemplateOptions {
  return { tags: jekyll ? jekyll.liquid.tags : new Set(), isStrict: jekyll?.liquid.isStrict === true };
}

/** A post that stands alone finds itself, and nothing else. What else a site has was looked up before, or is not known. */
function has(tag: string, file: string, report: Report, { config, surroundings }: Site): boolean | undefined {
  if (config.jekyll) {
    return tag === 'include'
      ? config.jekyll.liquid.includes?.has(file)
      : file === ''
        ? false
        : surroundings?.targets?.get(targetKey(tag, file))?.exists;
  }
  const { path } = report;
  if (tag === 'post_url') {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
    return name === file.slice(file.lastIndexOf('/') + 1);
  }
  return tag === 'link' && (file === path || `/${file}` === path);
}
