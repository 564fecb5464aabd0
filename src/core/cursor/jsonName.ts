import type { OpenHeader } from './header';
import { lineStart } from './header';
import { openAt } from './jsonContext';
import type { NamePlace } from './namePlace';

/** A key that is being written, up to the cursor. */
const BEFORE = /"?[\p{L}\p{M}\p{N}_.-]*$/u;
const BEHIND = /[\p{L}\p{M}\p{N}_.-]*/uy;

/** Finds the name at a cursor in a JSON header, which need not parse. */
export function jsonName(text: string, offset: number, header: OpenHeader): NamePlace | null {
  const [root, ...deeper] = openAt(text, offset, header) ?? [];
  if (root?.kind !== '{' || root.key !== null || deeper.length > 0) {
    return null;
  }
  const line = lineStart(text, offset, header.start);
  const written = BEFORE.exec(text.slice(line, offset))?.[0] ?? '';
  const start = offset - written.length;
  if (!/[{,]\s*$/.test(text.slice(Math.max(header.start, line - 200), start))) {
    return null;
  }
  BEHIND.lastIndex = offset;
  BEHIND.exec(text);
  const word = Math.max(offset, BEHIND.lastIndex);
  const end = written.startsWith('"') && text[word] === '"' ? word + 1 : word;
  const rest = /^\s*([^\s]?)/.exec(text.slice(end, header.end))?.[1] ?? '';
  if (!['', ':', ',', '"', '}'].includes(rest)) {
    return null;
  }
  return {
    kind: 'name',
    format: 'json',
    range: { start, end },
    typed: written,
    hasValue: rest === ':',
    needsComma: rest === '"',
    others: keysOf(text, header).flatMap(({ name, at }) => (at === start ? [] : [name])),
  };
}

/** The keys of the object, not those of objects in it. */
function keysOf(text: string, header: OpenHeader): { name: string; at: number }[] {
  const keys: { name: string; at: number }[] = [];
  const token = /"((?:[^"\\\n]|\\.)*)"(\s*:)?|[[\]{}]/g;
  token.lastIndex = header.start;
  let depth = 0;
  for (let match = token.exec(text); match && match.index < header.end; match = token.exec(text)) {
    const [whole, name, colon] = match;
    if (name !== undefined) {
      if (depth === 1 && colon !== undefined) {
        keys.push({ name, at: match.index });
      }
    } else {
      depth += whole === '{' || whole === '[' ? 1 : -1;
      if (depth === 0) {
        break;
      }
    }
  }
  return keys;
}
