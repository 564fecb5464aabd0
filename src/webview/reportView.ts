/**
 * What the preview shows of a report. Types alone, with no import, so that host and script can share them. All text is in
 * the user's language already; all of it is plain text, except what is called `html`.
 */

/** A place in the report, as UTF-16 offsets in the version that was shown. */
export interface Target {
  readonly start: number;
  readonly end: number;
  /** What a click does, for people: "Go to line 12". */
  readonly label: string;
}

/** A stretch of HTML that src/core/markdown made. Tags of the note itself may be in it: whoever shows it must sanitise it. */
export type Html = string;

/** How well things stand: live, left out on purpose, not as the writer means it, no site at all, not known. */
export type State = 'published' | 'hidden' | 'warning' | 'error' | 'unknown';

/** What the script may ask to be run. */
export type Action = 'selectGenerator' | 'exportCard';

export interface Button {
  readonly label: string;
  readonly action: Action;
}

/** A repair of the report, as a button. */
export interface FixButton {
  readonly label: string;
  /** Comes back with `fix`; holds for the version that was shown. */
  readonly id: string;
}

/** What can be taken along, and in which form. */
export type CopiedPart = 'excerpt' | 'takeaways';
export type CopyFormat = 'markdown' | 'text' | 'html';

export interface CopyButton {
  readonly format: CopyFormat;
  readonly label: string;
  /** What it does, in full. */
  readonly title: string;
}

export interface CopyView {
  readonly heading: string;
  readonly part: CopiedPart;
  readonly buttons: readonly CopyButton[];
}

/** A line about the report as a whole: its date, its author, its event. */
export interface Fact {
  readonly kind: 'date' | 'author' | 'event' | 'place' | 'readingTime';
  readonly label: string;
  readonly value: string;
}

export interface HeaderView {
  readonly title: string;
  /** False where `title` is the file's name, or only says that there is none. */
  readonly hasTitle: boolean;
  readonly facts: readonly Fact[];
  readonly tagsLabel: string;
  readonly tags: readonly string[];
}

export interface ForecastView {
  readonly heading: string;
  readonly state: State;
  readonly sentence: string;
  /** The generator with its version. */
  readonly generator: string;
  /** How the generator was found. */
  readonly detail: string;
  /** The cause's place; null where it is not in the text. */
  readonly target: Target | null;
  readonly button: Button | null;
  readonly fixes: readonly FixButton[];
}

/** A sentence that may lead to a place. `code` in backticks. */
export interface Line {
  readonly text: string;
  readonly target: Target | null;
}

export interface ExcerptView {
  readonly heading: string;
  /** Where it comes from. */
  readonly source: Line;
  /** Null where there is none to show. */
  readonly html: Html | null;
  /** The title and the date as the list has them. */
  readonly title: string;
  readonly date: string;
  /** It may be long. */
  readonly wholePost: boolean;
  /** What could be better, or why there is none. */
  readonly hint: string | null;
  readonly fixes: readonly FixButton[];
  /** The part of the note that it is made of; null where that is not one part. */
  readonly target: Target | null;
  /** Null where there is nothing to copy. */
  readonly copy: CopyView | null;
}

export interface TakeawayView {
  readonly html: Html;
  readonly target: Target;
}

export interface TakeawaysView {
  readonly heading: string;
  /** The heading they stand under; null where there are none. */
  readonly source: Line | null;
  readonly items: readonly TakeawayView[];
  readonly hint: string | null;
  readonly copy: CopyView | null;
}

export interface TalkLinkView {
  readonly kind: 'slides' | 'video';
  readonly label: string;
  /** What the note calls it. */
  readonly title: string;
  readonly href: string;
}

export interface TalkView {
  readonly title: string;
  /** When it was, as the note has it; empty where that is not told. */
  readonly time: string;
  /** All speakers, joined; empty where none is known. */
  readonly speakers: string;
  /** Its first sentence; empty where it has none. */
  readonly summary: string;
  readonly links: readonly TalkLinkView[];
  readonly target: Target;
}

export interface TalksView {
  readonly heading: string;
  readonly items: readonly TalkView[];
  readonly hint: string | null;
}

/** How serious a finding is. */
export type FindingSeverity = 'error' | 'warning' | 'info' | 'hint';

export interface FindingView {
  /** What is wrong, and what to do. `code` in backticks. */
  readonly text: string;
  readonly target: Target;
  readonly fixes: readonly FixButton[];
}

/** Findings that are alike serious. */
export interface FindingGroupView {
  readonly severity: FindingSeverity;
  readonly heading: string;
  readonly items: readonly FindingView[];
}

export interface FindingsView {
  readonly heading: string;
  readonly groups: readonly FindingGroupView[];
  /** What is said where there is none, or where some are left out. */
  readonly hint: string | null;
}

/** What stands in the place of what is not shown as it is. */
export interface PlaceholderLabels {
  readonly image: string;
  /** An image that would have to be fetched from elsewhere. */
  readonly remoteImage: string;
  /** Something that the generator would run. */
  readonly program: string;
}

/** All that the preview shows of a report. */
export interface ReportView {
  /** BCP 47, of the labels. */
  readonly language: string;
  readonly labels: PlaceholderLabels;
  /** Whether the tags that the note itself has in its text are shown. */
  readonly rawHtml: boolean;
  readonly header: HeaderView;
  readonly forecast: ForecastView;
  readonly findings: FindingsView;
  readonly excerpt: ExcerptView;
  readonly takeaways: TakeawaysView;
  readonly talks: TalksView;
  readonly exportButton: Button;
}
