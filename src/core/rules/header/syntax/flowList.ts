import type { Range } from '../../../text';

/** What stands between two commas of a list in brackets. */
export interface FlowItem extends Range {
  readonly text: string;
}

/** A list in brackets as it is meant, though the parser may not read it as one. */
export interface FlowList {
  /** The opening bracket. */
  readonly start: number;
  /** Behind the closing bracket, or behind the last item where there is none. */
  readonly end: number;
  readonly isClosed: boolean;
  readonly items: readonly FlowItem[];
}

/** What closes a bracket that was opened, by right or by a slip. */
const CLOSING = /[\])}］】）]/;

/**
 * Takes a list apart at its commas. What stands in quotes is one item, if it is closed before the next comma.
 * @param open where the opening bracket is
 * @param end where the list ends at the latest
 */
export function flowListAt(text: string, open: number, end: number): FlowList {
  const items: FlowItem[] = [];
  let from = open + 1;
  const take = (to: number): void => {
    const written = text.slice(from, to);
    const start = from + written.length - written.trimStart().length;
    items.push({ start, end: start + written.trim().length, text: written.trim() });
    from = to + 1;
  };
  for (let at = open + 1; at < end; at++) {
    const character = text[at] ?? '';
    if ((character === '"' || character === "'") && text.slice(from, at).trim() === '') {
      const close = text.indexOf(character, at + 1);
      if (close > 0 && close < end && !text.slice(at, close).includes('\n')) {
        at = /^\s*[,\]#]/.test(text.slice(close + 1, end)) ? close : at;
      }
    } else if (character === ',') {
      take(at);
    } else if (CLOSING.test(character)) {
      take(at);
      return { start: open, end: at + 1, isClosed: character === ']', items };
    }
  }
  take(end);
  return { start: open, end, isClosed: false, items };
}
