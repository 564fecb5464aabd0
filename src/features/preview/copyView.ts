import { say } from '../../core/message';
import type { CopiedPart, CopyView } from '../../webview/reportView';
import type { Speech, ViewInput } from './context';

/** The buttons that copy a part of a report. */
export function copyView(part: CopiedPart, _input: ViewInput, { translate }: Speech): CopyView {
  return {
    heading: translate(say('Copy as')),
    part,
    buttons: [],
  };
}
