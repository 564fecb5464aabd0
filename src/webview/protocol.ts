/**
 * What the preview's host side and its browser script say to each other. Types alone, with no import, so that both sides
 * can share them. All text is in the user's language already; all of it is plain text, except what is called `html`.
 */

/** A place in the report, as UTF-16 offsets in the version that was shown. */
export interface Target {
  readonly start: number;
  readonly end: number;
  /** What a click does, for people: "Go to line 12". */
  readonly label: string;
}

/** A stretch of HTML that src/core/render made: no tag or handler of the note itself is in it. */
export type SafeHtml = string;

/** How well things stand: live, left out on purpose, not as the writer means it, no site at all, not known. */
export type State = 'published' | 'hidden' | 'warning' | 'error' | 'unknown';

/** What the script may ask to be run. */
export type Action = 'selectGenerator';

export interface Button {
  readonly label: string;
  readonly action: Action;
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
  readonly html: SafeHtml | null;
  /** The title and the date as the list has them. */
  readonly title: string;
  readonly date: string;
  /** It may be long. */
  readonly wholePost: boolean;
  /** What could be better, or why there is none. */
  readonly hint: string | null;
}

export interface TakeawayView {
  readonly html: SafeHtml;
  readonly target: Target;
}

export interface TakeawaysView {
  readonly heading: string;
  /** The heading they stand under; null where there are none. */
  readonly source: Line | null;
  readonly items: readonly TakeawayView[];
  readonly hint: string | null;
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
  /** All speakers, joined; empty where none is known. */
  readonly speakers: string;
  readonly links: readonly TalkLinkView[];
  readonly target: Target;
}

export interface TalksView {
  readonly heading: string;
  readonly items: readonly TalkView[];
  readonly hint: string | null;
}

/** All that the preview shows of a report. */
export interface ReportView {
  /** BCP 47, of the labels. */
  readonly language: string;
  /** What a placeholder says that stands for an image. */
  readonly imageLabel: string;
  readonly header: HeaderView;
  readonly forecast: ForecastView;
  readonly excerpt: ExcerptView;
  readonly takeaways: TakeawaysView;
  readonly talks: TalksView;
}

/** From the host: show a report. */
export interface ShowReport {
  readonly type: 'report';
  /** Of the report; comes back with every `reveal`, and is kept for the time after a reload. */
  readonly uri: string;
  /** The document's version that the view was made of. */
  readonly version: number;
  readonly view: ReportView;
}

/** From the host: there is nothing to show. */
export interface ShowEmpty {
  readonly type: 'empty';
  readonly heading: string;
  readonly text: string;
}

export type HostMessage = ShowReport | ShowEmpty;

/** From the script: it listens, and shows nothing yet. */
export interface Ready {
  readonly type: 'ready';
}

/** From the script: go to a place in the report. */
export interface Reveal {
  readonly type: 'reveal';
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** From the script: open a link outside the editor. */
export interface Open {
  readonly type: 'open';
  readonly href: string;
}

/** From the script: run a command. */
export interface Run {
  readonly type: 'run';
  readonly action: Action;
}

export type ScriptMessage = Ready | Reveal | Open | Run;

/** What outlives a reload of the window. */
export interface SavedState {
  readonly uri: string;
  /** In CSS pixels from the top. */
  readonly scroll: number;
}
