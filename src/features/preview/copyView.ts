import type { CardFormat, CardInput } from '../../core/card/card';
import { card } from '../../core/card/lazy';
import { excerptOf } from '../../core/generators/excerptOf';
import { say } from '../../core/message';
import type { CopiedPart, CopyView } from '../../webview/reportView';
import type { Speech, ViewInput } from './context';

/** Longer texts are no posts, and counting them would be felt while typing (UTF-16 code units of Markdown). */
const MAX_COUNTED = 5000;

/** A part of a report, as it is taken along. */
export function partAs(part: CopiedPart, format: CardFormat, input: CardInput): string {
  const { excerptAs, takeawaysAs } = card();
  return part === 'excerpt' ? excerptAs(format, input) : takeawaysAs(format, input);
}

/** What a card is made of. */
export function cardInput({
  report,
  site,
  forecast,
}: Pick<ViewInput, 'report' | 'site' | 'forecast'>): CardInput {
  return { report, site, forecast, excerpt: excerptOf(report, site) };
}

/**
 * The buttons that copy a part of a report.
 * @param size how long it is about (UTF-16 code units)
 */
export function copyView(part: CopiedPart, size: number, input: CardInput, { translate }: Speech): CopyView {
  const length = size > MAX_COUNTED ? null : card().postLength(partAs(part, 'text', input)).characters;
  return {
    heading: translate(say('Copy as')),
    part,
    buttons: [
      { format: 'markdown', label: translate(say('Markdown')), title: translate(say('Copy as Markdown')) },
      {
        format: 'text',
        label: length === null ? translate(say('Text')) : translate(say('Text ({0})', length)),
        title:
          length === null
            ? translate(say('Copy as plain text'))
            : translate(say('Copy as plain text, {0} characters', length)),
      },
      { format: 'html', label: translate(say('HTML')), title: translate(say('Copy as HTML')) },
    ],
  };
}
