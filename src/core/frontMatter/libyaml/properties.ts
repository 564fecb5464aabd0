import type { Cursor } from './cursor';
import { isWord } from './cursor';
import { tell } from './failure';

/** Reads the name of an anchor or alias behind its `&` or `*` (yaml_parser_scan_anchor). */
export function scanAnchor(cursor: Cursor): string {
  const start = cursor.at;
  const doing = cursor.is('*') ? 'while scanning an alias' : 'while scanning an anchor';
  cursor.skip();
  const name = cursor.takeName();
  if (name === '' || !(cursor.isBlankOrEnd() || /[?:,\]}%@`]/.test(cursor.source[cursor.at] ?? ''))) {
    tell('did not find expected alphabetic or numeric character', doing, start, cursor.at);
  }
  return name;
}

/** A tag as it is written: `!` and `foo`, `!!` and `str`; the handle is empty where the whole tag is written out. */
export interface Tag {
  readonly handle: string;
  readonly suffix: string;
}

/** Reads a tag (yaml_parser_scan_tag). */
export function scanTag(cursor: Cursor, inFlow: boolean): Tag {
  const start = cursor.at;
  const tag = cursor.is('<', 1) ? verbatimTag(cursor, start) : shortTag(cursor, start);
  if (!(inFlow && cursor.is(',')) && !cursor.isBlankOrEnd()) {
    tell('did not find expected whitespace or line break', 'while scanning a tag', start, cursor.at);
  }
  return tag;
}

function verbatimTag(cursor: Cursor, start: number): Tag {
  cursor.skip(2);
  const suffix = scanUri(cursor, start, true, '');
  if (!cursor.is('>')) {
    tell("did not find the expected '>'", 'while scanning a tag', start, cursor.at);
  }
  cursor.skip();
  return { handle: '', suffix };
}

function shortTag(cursor: Cursor, start: number): Tag {
  const handle = scanHandle(cursor);
  if (handle.length > 1 && handle.endsWith('!')) {
    return { handle, suffix: scanUri(cursor, start, false, '') };
  }
  const suffix = scanUri(cursor, start, false, handle);
  return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
}

/** `!`, `!name` or `!name!`. */
export function scanHandle(cursor: Cursor): string {
  const start = cursor.at;
  cursor.skip();
  cursor.takeName();
  if (cursor.is('!')) {
    cursor.skip();
  }
  return cursor.source.slice(start, cursor.at);
}

/**
 * @param brackets commas and brackets belong to it
 * @param head what was read already, with its `!`
 */
export function scanUri(cursor: Cursor, start: number, brackets: boolean, head: string): string {
  const marks = brackets ? ";/?:@&=+$.!~*'()%,[]" : ";/?:@&=+$.!~*'()%";
  const bytes: string[] = [head.slice(1)];
  let length = head.length;
  while (!cursor.isEnd() && (isWord(cursor.code()) || marks.includes(cursor.source[cursor.at] ?? ''))) {
    if (cursor.is('%')) {
      const hex = cursor.source.slice(cursor.at + 1, cursor.at + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(hex)) {
        tell('did not find URI escaped octet', 'while parsing a tag', start, cursor.at);
      }
      bytes.push(String.fromCharCode(parseInt(hex, 16)));
      cursor.skip(3);
    } else {
      bytes.push(cursor.source[cursor.at] ?? '');
      cursor.skip();
    }
    length++;
  }
  if (length === 0) {
    tell('did not find expected tag URI', 'while parsing a tag', start, cursor.at);
  }
  return bytes.join('');
}
