import type { Action, CopiedPart, CopyFormat, ReportView } from './reportView';

/** What the preview's host side and its browser script say to each other. Types alone, so that both sides can share them. */

/** From the host: show a report. */
export interface ShowReport {
  readonly type: 'report';
  /** Of the report; comes back with what is asked about it, and is kept for the time after a reload. */
  readonly uri: string;
  /** Counts what was shown; comes back with `fix`. */
  readonly edition: number;
  /** The preview stays with this report, whatever is edited. */
  readonly locked: boolean;
  readonly view: ReportView;
}

/** From the host: there is nothing to show. */
export interface ShowEmpty {
  readonly type: 'empty';
  readonly heading: string;
  readonly text: string;
}

/** From the host: the editor shows the report from this place on. */
export interface EditorScrolled {
  readonly type: 'editorScrolled';
  readonly uri: string;
  readonly start: number;
}

/** From the host: the cursor is there. */
export interface CursorMoved {
  readonly type: 'cursor';
  readonly uri: string;
  readonly at: number;
}

/** From the host: what images may be loaded from, by their addresses in the note; null for those that may not, or are not there. */
export interface Images {
  readonly type: 'images';
  readonly uri: string;
  readonly addresses: Readonly<Record<string, string | null>>;
}

/** From the host: put HTML on the clipboard as what it is; its source is there already, as text. */
export interface Clipboard {
  readonly type: 'clipboard';
  readonly html: string;
}

/** From the host: say this to those who do not see the screen. */
export interface Notice {
  readonly type: 'notice';
  readonly text: string;
}

export type HostMessage = ShowReport | ShowEmpty | EditorScrolled | CursorMoved | Images | Clipboard | Notice;

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

/** From the script: the reader scrolled to what stands there in the report. */
export interface PreviewScrolled {
  readonly type: 'previewScrolled';
  readonly uri: string;
  readonly start: number;
}

/** From the script: open a link outside the editor, or a file of the workspace. */
export interface Open {
  readonly type: 'open';
  readonly uri: string;
  readonly href: string;
}

/** From the script: run a command. */
export interface Run {
  readonly type: 'run';
  readonly uri: string;
  readonly action: Action;
}

/** From the script: repair the report. */
export interface ApplyFix {
  readonly type: 'fix';
  readonly uri: string;
  readonly edition: number;
  readonly id: string;
}

/** From the script: put a part of the report on the clipboard. */
export interface Copy {
  readonly type: 'copy';
  readonly uri: string;
  readonly part: CopiedPart;
  readonly format: CopyFormat;
}

/** From the script: where may these images be loaded from? */
export interface FindImages {
  readonly type: 'findImages';
  readonly uri: string;
  readonly sources: readonly string[];
}

export type ScriptMessage = Ready | Reveal | PreviewScrolled | Open | Run | ApplyFix | Copy | FindImages;

/** What outlives a reload of the window. */
export interface SavedState {
  readonly uri: string;
  readonly locked: boolean;
  /** In CSS pixels from the top. */
  readonly scroll: number;
}
