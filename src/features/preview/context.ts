import type { Site } from '../../core/generators/generator';
import type { Forecast } from '../../core/generators/forecast';
import { say } from '../../core/message';
import type { Message } from '../../core/message';
import type { Report } from '../../core/report/report';
import type { Finding } from '../../core/rules/rule';
import type { Range } from '../../core/text';
import type { Target } from '../../webview/reportView';

/** What a view is made of. */
export interface ViewInput {
  readonly report: Report;
  readonly site: Site;
  /** How the site was found. */
  readonly siteReason: Message;
  readonly forecast: Forecast;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** Whether the tags that a note has in its text may be shown. */
  readonly rawHtml: boolean;
}

/** What a view is said in. */
export interface Speech {
  /** Says a message in the user's language. */
  readonly translate: (message: Message) => string;
  /** BCP 47; also decides how dates are written. */
  readonly language: string;
}

/** Where a click on something leads. */
export function targetOf(range: Range, report: Report, { translate }: Speech): Target {
  const label = translate(say('Go to line {0}', lineOf(range.start, report)));
  return { start: range.start, end: range.end, label };
}

/** The line of an offset, counted from one as the editor shows it. */
export function lineOf(offset: number, report: Report): number {
  return report.lines.lineAt(offset) + 1;
}
