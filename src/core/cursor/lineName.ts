import { lineEnd, nextLine } from '../frontMatter/fence';
import { isComment } from './piece';
import { lineStart } from './header';
import type { OpenHeader } from './header';
import { keyAt as tomlKeyAt, tableAt } from './tomlContext';
import { indentOfFields, keyAt as yamlKeyAt } from './yamlContext';
import type { NamePlace } from './namePlace';

/** A name that is being written: it starts its line, and with no mark of YAML's. */
const BEFORE = /^([ \t]*)((?:[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*)?)$/u;
const BEHIND = /[\p{L}\p{M}\p{N}_.-]*/uy;

/** A line that belongs to a field above it. */
const CONTINUES = /^(?:[ \t]|#|-|[\]}"']|$)/;

/** A field's line. */
interface FieldLine {
  readonly name: string;
  readonly start: number;
  /** Behind the colon or the equals sign. */
  readonly value: number;
}

/** Finds the name at a cursor in a YAML or TOML header, which need not parse. */
export function lineName(text: string, offset: number, header: OpenHeader): NamePlace | null {
  const line = lineStart(text, offset, header.start);
  const [, indent = '', typed] = BEFORE.exec(text.slice(line, offset)) ?? [];
  const isYaml = header.format === 'yaml';
  if (typed === undefined || (isYaml && indent.length !== indentOfFields(text, header))) {
    return null;
  }
  const start = offset - typed.length;
  BEHIND.lastIndex = offset;
  BEHIND.exec(text);
  const end = Math.max(offset, BEHIND.lastIndex);
  const rest = text.slice(end, lineEnd(text, end));
  const hasValue = (isYaml ? /^[ \t]*:(?:[ \t]|$)/ : /^[ \t]*=/).test(rest);
  if (!hasValue && !/^[ \t]*(?:#.*)?$/.test(rest)) {
    return null;
  }
  const fields = fieldsAround(text, line, header, indent.length);
  return (
    fields && {
      kind: 'name',
      format: header.format,
      range: { start, end },
      typed,
      hasValue,
      needsComma: false,
      others: fields.map(({ name }) => name),
    }
  );
}

/**
 * The fields of a header but the one on a line.
 * @returns null where no field can start on the line: in a table, in a value that goes on, or in prose
 */
function fieldsAround(text: string, own: number, header: OpenHeader, indent: number): FieldLine[] | null {
  const fields: FieldLine[] = [];
  let isProse = false;
  for (let at = header.start; at < header.end;) {
    const end = lineEnd(text, at);
    const content = text.slice(at, Math.min(end, header.end));
    const field = fieldAt(text, at, header, indent);
    if (!header.closed && content.trim() === '' && at !== own) {
      // The body may begin here, though the fence is missing.
      if (at > own) {
        break;
      }
      return null;
    }
    if (header.format === 'toml' && tableAt(text, at) !== null) {
      if (at < own) {
        return null;
      }
      break;
    }
    if (at === own) {
      if (isWithin(text, fields.at(-1), own, header, indent)) {
        return null;
      }
    } else if (field) {
      fields.push(field);
    } else if (!CONTINUES.test(content.slice(indent))) {
      isProse ||= header.closed || at < own;
    }
    const next = nextLine(text, end);
    if (next === at) {
      break;
    }
    at = next;
  }
  return isProse && (fields.length === 0 || !header.closed) ? null : fields;
}

function fieldAt(text: string, at: number, { format }: OpenHeader, indent: number): FieldLine | null {
  const key = format === 'yaml' ? yamlKeyAt(text, at) : tomlKeyAt(text, at);
  if (!key || ('indent' in key && key.indent !== indent)) {
    return null;
  }
  return { name: key.name.trim(), start: at, value: key.end };
}

/** Tells whether the value of a field, in brackets or quotes, goes on at a line below. */
function isWithin(
  text: string,
  field: FieldLine | undefined,
  line: number,
  header: OpenHeader,
  indent: number,
): boolean {
  if (!field) {
    return false;
  }
  const open = /^[ \t]*("""|'''|["'[{])/.exec(text.slice(field.value, lineEnd(text, field.value)));
  const mark = open?.[1];
  if (!open || mark === undefined || (header.format === 'toml' && /^["']$/.test(mark))) {
    return false;
  }
  const from = field.value + open[0].length;
  const end =
    mark === '[' || mark === '{' ? endOfBrackets(text, from, header) : endOfQuotes(text, from, mark);
  if (end === null || end <= line || end > header.end) {
    return false;
  }
  // What looks closed far below is not, where other fields stand between.
  for (let at = nextLine(text, lineEnd(text, line)); at < end;) {
    if (fieldAt(text, at, header, indent)) {
      return false;
    }
    const next = nextLine(text, lineEnd(text, at));
    if (next === at) {
      break;
    }
    at = next;
  }
  return true;
}

function endOfQuotes(text: string, from: number, mark: string): number | null {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\' && mark.startsWith('"')) {
      at++;
    } else if (text.startsWith(mark, at)) {
      if (mark !== "'" || text[at + 1] !== "'") {
        return at + mark.length;
      }
      at++;
    }
  }
  return null;
}

function endOfBrackets(text: string, from: number, header: OpenHeader): number | null {
  let depth = 1;
  for (let at = from; at < header.end; at++) {
    const character = text[at] ?? '';
    if (isComment(text, at, header.format)) {
      at = lineEnd(text, at) - 1;
    } else if (character === '"' || (character === "'" && /[[{,:\s]/.test(text[at - 1] ?? ''))) {
      at = (endOfQuotes(text, at + 1, character) ?? header.end) - 1;
    } else if (character === '[' || character === '{') {
      depth++;
    } else if ((character === ']' || character === '}') && --depth === 0) {
      return at + 1;
    }
  }
  return null;
}
