import type { Message } from '../../message';
import type { Report } from '../../report/report';
import type { Range } from '../../text';
import type { Site } from '../generator';

/** What in a post's Liquid ends the build. */
export interface LiquidProblem {
  readonly range: Range;
  readonly reason: Message;
}

export function liquidProblem(_report: Report, _site: Site): LiquidProblem | null {
  return null;
}
