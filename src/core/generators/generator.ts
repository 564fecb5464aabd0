import type { Entry, Format, Node } from '../frontMatter/tree';
import type { Dialect } from '../markdown/markdown';
import type { Message } from '../message';
import type { Reader, Report } from '../report/report';
import type { Range } from '../text';
import type { TermReading } from './facets/terms';
import type { FieldKnowledge } from './fieldHelp';
import type { Forecast, Now, Outcome } from './forecast';
import type { PlainReader } from './scalars';
import type { SiteConfig } from './siteConfig';
import type { SiteFiles } from './siteFiles';
import type { SiteLayout, Surroundings } from './siteLayout';
import type { Targets, WrittenTarget } from './targets';

export type GeneratorName = 'jekyll' | 'hugo' | 'generic';

/** The site that a report belongs to, as far as it decides what happens to the report. */
export interface Site {
  readonly generator: Generator;
  /** The generator's version, `4.4.1`; empty where there is none. */
  readonly version: string;
  /** Nobody says which version it is: the newest is assumed. */
  readonly isVersionGuessed?: boolean;
  readonly config: SiteConfig;
  /** What the report's place in the site says about it. */
  readonly surroundings?: Surroundings;
}

/** Where an excerpt comes from. */
export type ExcerptSource =
  'front-matter' | 'separator' | 'first-block' | 'whole-post' | 'automatic' | 'none';

/** The text that a site's list of posts shows. */
export interface Excerpt {
  readonly from: ExcerptSource;
  /** The Markdown it is made of; null for Hugo's, which is cut from rendered HTML. */
  readonly markdown: string | null;
  /** Rendered and safe to show. */
  readonly html: string;
  /** Without tags, white space folded. */
  readonly text: string;
  readonly wholePost: boolean;
  /** Hugo's own word for "there is more to read". */
  readonly truncated: boolean;
  /** Where it stands in the file; null for none. */
  readonly range: Range | null;
  /** The separator that ends it. */
  readonly separator: Range | null;
  /** No more than its start is in `markdown`, `html` and `text`, as was asked. */
  readonly isStart?: boolean;
  /** It ends about there: where exactly depends on what is not known here, as the colours of code. */
  readonly isUncertain?: boolean;
}

/** How a generator reads a date. */
export type DateReading =
  /** `instant` in ISO 8601, UTC; `rolled` when the calendar has no such day and the generator takes a later one. */
  | { readonly kind: 'date'; readonly instant: string; readonly rolled: boolean }
  /** It cannot be read. `outcome` is what becomes of the report. */
  | { readonly kind: 'invalid'; readonly outcome: 'build-error' | 'published' }
  | { readonly kind: 'missing' };

/** How a generator reads the names of reports' files. Paths are from the site's root. */
export interface FileNames {
  /** The day that a report's file name must start with; null where it has none, or need not have one. */
  dayOf(path: string, site: Site): { readonly written: string; readonly reading: DateReading } | null;
  /**
   * The path of the same report under another day, or under its first one.
   * @param day `2019-07-23`
   */
  withDay(path: string, day: string): string;
  /** The path of the same report as a draft; null where it is no report that can be one. */
  asDraft(path: string): string | null;
  /**
   * The path of a draft as a report; null where it is no draft.
   * @param day `2019-07-23`
   */
  asPost(path: string, day: string): string | null;
}

/** A field that a generator gives a meaning to. */
export interface KnownField {
  readonly name: string;
  /** How much is lost where it is misspelt: the first kind decides what the site shows, the other how. */
  readonly weight: 'content' | 'other';
}

/** What is looked up for a report. */
export interface TargetSearch {
  readonly report: Report;
  readonly site: Site;
  readonly files: SiteFiles;
  readonly now: Now;
}

/** How a generator finds what reports name. */
export interface TargetReader {
  /** The targets that a report's body names, in their order; those that may do nothing where they stand are left out. */
  written(report: Report, site: Site): readonly WrittenTarget[];
  /** Finds out which of them the site has. */
  find(targets: readonly WrittenTarget[], search: TargetSearch): Promise<Targets>;
  /**
   * The target that is being written at an offset, closed or not; null where there is none.
   * @returns the tag, and the range of what is written of the target
   */
  at(report: Report, offset: number): WrittenTarget | null;
  /** All that a tag may name, as it is to be written in this report; in no order. */
  choices(tag: string, search: TargetSearch): Promise<readonly string[]>;
}

/** All that is true of one site generator. Nothing here throws. */
export interface Generator extends Reader {
  readonly name: GeneratorName;
  /** As its makers write it. */
  readonly title: string;
  /** It is known what becomes of a report; else only the form of its front matter is checked. */
  readonly isKnown: boolean;
  /** The version that is assumed where none is known. */
  readonly newest: string;
  /** Older versions that are still in use, and differ. */
  readonly otherVersions: readonly string[];
  /** The formats that it reads between fences of `---`, `+++` or braces. */
  readonly formats: readonly Format[];
  /** How it reads Markdown where a site does not say otherwise. */
  readonly dialect: Dialect;
  /** How a site has it read Markdown; missing where that cannot be said. */
  readonly dialectOf?: (site: Pick<Site, 'config' | 'version'>) => Dialect;
  /** Blanks and blank lines before the front matter do no harm. */
  readonly skipsBlanks: boolean;
  /** How tags, categories and other terms are read. */
  readonly terms: TermReading;
  /** Whether `draft` hides a report; null where that differs from tool to tool. */
  readonly readsDraft: boolean | null;
  /** A bare number for a date counts the seconds since 1970. */
  readonly readsEpochs: boolean;
  /** A date is shown under the offset that it was written with, not in the site's zone. */
  readonly keepsOffsets: boolean;
  /** Front matter in a language that is a program may be run. */
  readonly mayEvaluate: boolean;
  /** The field that beats the excerpt that is cut from the body; null for none. */
  readonly excerptField: string | null;
  readonly knownFields: readonly KnownField[];
  /** What there is to know of fields, for people; loaded when it is first asked for. */
  fieldKnowledge(version: string): FieldKnowledge;
  /** Whether the value of a field that is a switch counts as on. */
  isOn(name: string, value: Node | null, site: Site): boolean;
  /** How its sites are laid out. */
  readonly layout: SiteLayout;
  /** How unquoted YAML is typed. */
  plainReader(version: string): PlainReader;
  /** The text that a template shows of a value; empty where it shows none. */
  shownText(node: Node, version: string): string;
  /** How the value of a date field is read. */
  readDate(node: Node | null, site: Site): DateReading;
  /** The title that a report without `title` gets; null where it gets none. */
  titleFromFile(path: string): string | null;
  /** Tells whether a report's date is known without a `date` field. */
  datesFromFile(path: string): boolean;
  /** How the names of reports' files are read; null where no name says a day. */
  readonly fileNames: FileNames | null;
  /** What ends the excerpt; null for a generator without separators. */
  separatorOf(report: Report, site: Site): Separator | null;
  /** The field by which reports without a date are put in order; left out where there is none. */
  readonly orderField?: string;
  /** The fields that hold dates. */
  readonly dateFields: readonly string[];
  /** What becomes of a report whose front matter cannot be read, and why: a site may be stricter than others. */
  failure(cause: Message, outcome: Outcome): Message;
  /** The places in the body at which a template's output will be nothing; missing where bodies are no templates. */
  lostOutputs?(report: Report, site: Site): readonly LostOutput[];
  /** What a text has that names pages or files without which there is no site; missing where none are named in such a way. */
  readonly targetTags?: RegExp;
  /** How they are found; loaded when it is first asked for. */
  targets?(): TargetReader;
  /**
   * What is said of a report that is left out.
   * @param until the day or the moment from which on it is published; null where it stays out
   */
  leftOut(cause: Message, until: string | null): Message;
  /** Parts of the site have hosts of their own, so that two reports with one address may be two pages; missing where none has. */
  hasHosts?(site: Site): boolean;
  forecast(report: Report, site: Site, now: Now): Forecast;
  /**
   * @param limit about how much of a long one is wanted (UTF-16 code units of Markdown); a generator may render more
   */
  excerpt(report: Report, site: Site, limit?: number): Excerpt;
}

/** A place in the body that will be blank. */
export interface LostOutput {
  readonly range: Range;
  /** The variable that there is not; null for what cannot be read as one. */
  readonly variable: string | null;
}

/** A text that ends the excerpt where it stands in the body. */
export interface Separator {
  readonly text: string;
  /** The field of the report that declares it; null where the site or the generator does. */
  readonly declaredBy: Entry | null;
}

/** An excerpt of nothing. */
export const NO_EXCERPT: Excerpt = {
  from: 'none',
  markdown: '',
  html: '',
  text: '',
  wholePost: false,
  truncated: false,
  range: null,
  separator: null,
};
