import type { Delimiters, GoldmarkOptions, Typographer } from '../../markdown/goldmark/options';
import { DEFAULT_OPTIONS } from '../../markdown/goldmark/options';
import type { Site } from '../generator';
import type { SiteConfig } from '../siteConfig';
import { said } from '../configFields';
import { atLeast } from '../versions';
import type { Settings } from './settings';
import type { Markup } from './markupSettings';
import {
  EAST_ASIAN_BREAKS,
  EMOJI_IN_MARKDOWN,
  EXTRA_SPANS,
  FOOTNOTE_TABLE,
  PASSTHROUGH,
  TYPOGRAPHER_TABLE,
} from './versions';

const TYPOGRAPHER = Object.keys(DEFAULT_OPTIONS.typographer ?? {});
const EXTRAS = Object.keys(DEFAULT_OPTIONS.extras);

/** Reads `markup` of a configuration, and `enableEmoji`; undefined where nothing of it is said. */
export function readMarkup(config: Settings): Markup | undefined {
  const goldmark = config.map('markup', 'goldmark');
  const flag = (...path: string[]) => goldmark?.boolean(...path);
  const own = (name: string): [string, string | undefined] => [
    name,
    goldmark?.string('extensions', 'typographer', name.toLowerCase()),
  ];
  const extra = (name: string): [string, boolean | undefined] => [
    name,
    flag('extensions', 'extras', name, 'enable'),
  ];
  const cjk = flag('extensions', 'cjk', 'enable') === true;
  const breaksLines = cjk && flag('extensions', 'cjk', 'eastasianlinebreaks') === true;
  const markup = said<Markup>({
    unsafe: flag('renderer', 'unsafe'),
    hardWraps: flag('renderer', 'hardwraps'),
    xhtml: flag('renderer', 'xhtml'),
    table: flag('extensions', 'table'),
    strikethrough: flag('extensions', 'strikethrough'),
    linkify: flag('extensions', 'linkify'),
    linkifyProtocol: goldmark?.string('extensions', 'linkifyprotocol'),
    taskList: flag('extensions', 'tasklist'),
    definitionList: flag('extensions', 'definitionlist'),
    footnote: flag('extensions', 'footnote') ?? flag('extensions', 'footnote', 'enable'),
    backlink: goldmark?.string('extensions', 'footnote', 'backlinkhtml'),
    emoji: config.boolean('enableemoji'),
    typographerOff:
      flag('extensions', 'typographer') === false || flag('extensions', 'typographer', 'disable'),
    typographer:
      goldmark?.map('extensions', 'typographer') &&
      said<Partial<Typographer>>(Object.fromEntries(TYPOGRAPHER.map(own))),
    titleAttributes: flag('parser', 'attribute', 'title'),
    blockAttributes: flag('parser', 'attribute', 'block'),
    headingIds: flag('parser', 'autoheadingid'),
    extras:
      goldmark?.map('extensions', 'extras') &&
      said<Markup['extras'] & object>(Object.fromEntries(EXTRAS.map(extra))),
    passthrough:
      flag('extensions', 'passthrough', 'enable') === true && goldmark
        ? { block: delimitersIn(goldmark, 'block'), inline: delimitersIn(goldmark, 'inline') }
        : undefined,
    lineBreaks: breaksLines
      ? goldmark?.string('extensions', 'cjk', 'eastasianlinebreaksstyle') === 'css3draft'
        ? 'css3draft'
        : 'simple'
      : undefined,
    escapedSpace: cjk ? flag('extensions', 'cjk', 'escapedspace') : undefined,
    wrapsImages: flag('parser', 'wrapstandaloneimagewithinparagraph'),
    codeFences: config.boolean('markup', 'highlight', 'codefences'),
    lineNumbers: config.boolean('markup', 'highlight', 'linenos'),
    hasTypographerTable: goldmark?.map('extensions', 'typographer') && true,
    hasFootnoteTable: goldmark?.map('extensions', 'footnote') && true,
  });
  return Object.keys(markup).length > 0 ? markup : undefined;
}

/** Pairs of texts; what is none is left out. */
function delimitersIn(goldmark: Settings, kind: 'block' | 'inline'): Delimiters[] {
  const pairs = goldmark.data('extensions', 'passthrough', 'delimiters', kind);
  return (Array.isArray(pairs) ? pairs : []).flatMap((pair): Delimiters[] => {
    const [open, close] = Array.isArray(pair) ? pair : [];
    return typeof open === 'string' && typeof close === 'string' && open !== '' && close !== ''
      ? [[open, close]]
      : [];
  });
}

/** The versions of Hugo from which on it has another goldmark, or more of it (its `go.mod`, markup/goldmark/convert.go). */
const EDITIONS = [
  ['0.160', 1.8],
  ['0.128', 1.7],
] as const;

/** The setting that a version cannot read, as it became a table only later; null for none. */
export function unreadableMarkup({ config, version }: Pick<Site, 'config' | 'version'>): string | null {
  const { hasTypographerTable, hasFootnoteTable } = config.hugo?.markup ?? {};
  if (hasTypographerTable && !atLeast(version, TYPOGRAPHER_TABLE)) {
    return 'markup.goldmark.extensions.typographer';
  }
  return hasFootnoteTable && !atLeast(version, FOOTNOTE_TABLE) ? 'markup.goldmark.extensions.footnote' : null;
}

/** Nothing is said by most sites: their options are the same objects from one excerpt to the next. */
const plainOptions = new Map<GoldmarkOptions['edition'], GoldmarkOptions>();
const options = new WeakMap<Markup, Map<string, GoldmarkOptions>>();

/** How a site of Hugo has its Markdown rendered. */
export function goldmarkOf({ config, version }: Pick<Site, 'config' | 'version'>): GoldmarkOptions {
  const markup = config.hugo?.markup;
  const [, edition] = EDITIONS.find(([since]) => atLeast(version, since)) ?? [null, 1.5 as const];
  if (!markup) {
    const known = plainOptions.get(edition) ?? { ...DEFAULT_OPTIONS, edition };
    plainOptions.set(edition, known);
    return known;
  }
  const versions = options.get(markup) ?? new Map<string, GoldmarkOptions>();
  options.set(markup, versions);
  const known = versions.get(version) ?? optionsOf(markup, version, edition);
  versions.set(version, known);
  return known;
}

function optionsOf(markup: Markup, version: string, edition: GoldmarkOptions['edition']): GoldmarkOptions {
  const { typographer, extras, passthrough } = DEFAULT_OPTIONS;
  const { titleAttributes = true, blockAttributes = false, lineBreaks = null, escapedSpace = false } = markup;
  const same = Object.fromEntries(Object.entries(markup).filter(([name]) => name in DEFAULT_OPTIONS));
  return {
    ...DEFAULT_OPTIONS,
    ...same,
    emoji: markup.emoji === true && atLeast(version, EMOJI_IN_MARKDOWN),
    typographer: markup.typographerOff
      ? null
      : typographer && {
          ...typographer,
          ...(atLeast(version, TYPOGRAPHER_TABLE) ? markup.typographer : {}),
        },
    attributes: { title: titleAttributes, block: blockAttributes },
    extras: { ...extras, ...(atLeast(version, EXTRA_SPANS) ? markup.extras : {}) },
    passthrough: atLeast(version, PASSTHROUGH) ? (markup.passthrough ?? null) : passthrough,
    cjk: atLeast(version, EAST_ASIAN_BREAKS) ? { lineBreaks, escapedSpace } : DEFAULT_OPTIONS.cjk,
    edition,
  };
}

/** Whether names between colons are emojis wherever they stand, also in code. */
export function replacesEmojis({ config, version }: { config: SiteConfig; version: string }): boolean {
  return config.hugo?.markup?.emoji === true && !atLeast(version, EMOJI_IN_MARKDOWN);
}
