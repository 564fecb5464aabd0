import type { SavedState, ScriptMessage } from '../../webview/protocol';

/** The only links that leave the editor; what a note says must never run a command or a script. */
const OPENABLE = /^(?:https?|mailto):/i;

/** Longer links are no links that anyone wrote. */
const MAX_HREF = 8192;

/** Tells whether a link of a note may be opened outside the editor. */
export function isOpenable(href: string): boolean {
  return href.length <= MAX_HREF && OPENABLE.test(href);
}

/** Reads a message of the script; null for anything that is none. */
export function readScriptMessage(value: unknown): ScriptMessage | null {
  if (!isRecord(value)) {
    return null;
  }
  const { type, uri, start, end, href, action } = value;
  switch (type) {
    case 'ready':
      return { type };
    case 'reveal':
      return typeof uri === 'string' && isOffset(start) && isOffset(end) && start <= end
        ? { type, uri, start, end }
        : null;
    case 'open':
      return typeof href === 'string' && isOpenable(href) ? { type, href } : null;
    case 'run':
      return action === 'selectGenerator' ? { type, action } : null;
    default:
      return null;
  }
}

/** Reads what an earlier window kept of a preview; null for anything else. */
export function readSavedState(value: unknown): Pick<SavedState, 'uri'> | null {
  return isRecord(value) && typeof value['uri'] === 'string' ? { uri: value['uri'] } : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
