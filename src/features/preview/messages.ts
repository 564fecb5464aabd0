import type { SavedState, ScriptMessage } from '../../webview/protocol';

/** The only links that leave the editor; what a note says must never run a command or a script. */
const OPENABLE = /^(?:https?|mailto):/i;

/** Longer links are no links that anyone wrote. */
const MAX_HREF = 8192;

/** Tells whether a link of a note may be opened outside the editor. */
export function isOpenable(href: string): boolean {
  return href.length <= MAX_HREF && OPENABLE.test(href);
}

/** The images of one report that are looked for; more are none that anyone looks at. */
const MAX_IMAGES = 200;

/** What may stand in a message of the script, by its type. */
const SHAPES: Readonly<Record<ScriptMessage['type'], Readonly<Record<string, (value: unknown) => boolean>>>> =
  {
    ready: {},
    reveal: { uri: isText, start: isOffset, end: isOffset },
    previewScrolled: { uri: isText, start: isOffset },
    open: { uri: isText, href: isHref },
    run: { uri: isText, action: oneOf('selectGenerator', 'exportCard') },
    fix: { uri: isText, edition: isOffset, id: isText },
    copy: { uri: isText, part: oneOf('excerpt', 'takeaways'), format: oneOf('markdown', 'text', 'html') },
    findImages: {
      uri: isText,
      sources: (value) => Array.isArray(value) && value.length <= MAX_IMAGES && value.every(isHref),
    },
  };

/** Reads a message of the script; null for anything that is none. */
export function readScriptMessage(value: unknown): ScriptMessage | null {
  const type = isRecord(value) ? value['type'] : undefined;
  if (!isRecord(value) || typeof type !== 'string' || !Object.hasOwn(SHAPES, type)) {
    return null;
  }
  const shape = Object.entries(SHAPES[type as ScriptMessage['type']]);
  const { start, end } = value;
  const isTurned = typeof start === 'number' && typeof end === 'number' && start > end;
  if (isTurned || !shape.every(([name, isFine]) => isFine(value[name]))) {
    return null;
  }
  // Nothing comes through but what was looked at.
  return Object.fromEntries([['type', type], ...shape.map(([name]) => [name, value[name]])]) as ScriptMessage;
}

/** Reads what an earlier window kept of a preview; null for anything else. */
export function readSavedState(value: unknown): Pick<SavedState, 'uri' | 'locked'> | null {
  return isRecord(value) && typeof value['uri'] === 'string'
    ? { uri: value['uri'], locked: value['locked'] === true }
    : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isOffset(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isHref(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX_HREF;
}

function oneOf(...values: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && values.includes(value);
}
