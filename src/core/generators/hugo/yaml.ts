import type { Node, ScalarNode, SyntaxProblem } from '../../frontMatter/tree';
import type { Report } from '../../report/report';
import type { Range } from '../../text';
import { atLeast } from '../versions';
import { YAML_12 } from './versions';

/*
 * What Hugo's readers of YAML reject though the one here does not. yaml.v2 is libyaml, put into Go (readerc.go,
 * scannerc.go); goccy/go-yaml has rules of its own (scanner/scanner.go).
 */

/** What no reader built on libyaml takes for a printable character (readerc.go, yaml_parser_update_buffer). */
// eslint-disable-next-line no-control-regex -- it is control characters that are looked for
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/** The scalars of a header, by what a scanner does inside them. */
interface Parts {
  readonly quoted: ScalarNode[];
  readonly block: ScalarNode[];
  readonly plain: ScalarNode[];
  /** Quoted keys. */
  readonly keys: Range[];
  /** Lists and maps in brackets, the outermost ones. */
  readonly flow: Node[];
}

/**
 * Finds what a version's reader cannot read in a header that reads well here.
 * @returns null where there is nothing of the kind
 */
export function yamlProblem(report: Report, version: string): SyntaxProblem | null {
  const { fence, frontMatter, text } = report;
  if (fence.kind !== 'closed' || frontMatter?.format !== 'yaml') {
    return null;
  }
  const goccy = atLeast(version, YAML_12);
  const { start, end } = fence.fence.header;
  const header = text.slice(start, end);
  const control = goccy ? null : CONTROL.exec(header);
  if (control) {
    return problem('CONTROL_CHARACTER', 'There is a control character', start + control.index);
  }
  const ended = goccy ? /^\.\.\.[ \t]*$/m.exec(header) : null;
  const after = ended ? /\S[^\n]*/.exec(header.slice(ended.index + 3).replace(/#[^\n]*/g, blank)) : null;
  if (ended && after && !/^(?:-[ \t]|[[{])|:(?:[ \t]|$)/.test(after[0])) {
    return problem('DOCUMENT_END', 'The dots end the front matter', start + ended.index);
  }
  const parts: Parts = { quoted: [], keys: [], block: [], plain: [], flow: [] };
  collect(frontMatter.root, parts, false);
  return (
    keyProblem(text, frontMatter.root, goccy) ??
    tabProblem(report, parts, goccy) ??
    flowProblem(text, parts, goccy) ??
    (goccy ? null : escapeProblem(text, parts))
  );
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}

function problem(code: string, reason: string, at: number): SyntaxProblem {
  return { code, reason, range: { start: at, end: at + 1 } };
}

/** @param seen what stands behind an anchor is one and the same wherever it is named: it is looked at once */
function collect(node: Node | null, parts: Parts, inFlow: boolean, seen = new Set<unknown>()): void {
  switch (node?.kind) {
    case 'scalar':
      (node.style === 'plain' ? parts.plain : node.style === 'block' ? parts.block : parts.quoted).push(node);
      return;
    case 'list':
    case 'map': {
      const inner: unknown = node.kind === 'list' ? node.items : node.entries;
      if (seen.has(inner)) {
        return;
      }
      seen.add(inner);
      if (node.flow && !inFlow) {
        parts.flow.push(node);
      }
      for (const { key } of node.kind === 'map' ? node.entries : []) {
        if (key.quoted) {
          parts.keys.push(key.range);
        }
      }
      for (const child of node.kind === 'list' ? node.items : node.entries.map(({ value }) => value)) {
        collect(child, parts, inFlow || node.flow, seen);
      }
      return;
    }
    default:
  }
}

/** `title: ? why`: a question mark starts a key, which cannot stand there. */
function keyProblem(text: string, root: Node | null, goccy: boolean): SyntaxProblem | null {
  const entries = root?.kind === 'map' && !root.flow ? root.entries : [];
  for (const { key, value } of entries) {
    const at = value?.range.start ?? 0;
    if (value?.kind === 'map' && text[at] === '?' && !text.slice(key.range.end, at).includes('\n')) {
      return problem('MAP_KEY', 'A question mark here needs quotes', at);
    }
  }
  const last = entries.at(-1);
  const anchor =
    goccy && last && !last.value
      ? /^\s*:\s*&\S+\s*(?=---)/.exec(text.slice(last.key.range.end, last.key.range.end + 200))
      : null;
  return anchor && last
    ? problem(
        'EMPTY_ANCHOR',
        'Nothing stands behind the name of an anchor',
        last.key.range.end + anchor[0].indexOf('&'),
      )
    : null;
}

/** A tab may not indent: it cannot stand where a key could. */
function tabProblem({ text, header, fence }: Report, parts: Parts, goccy: boolean): SyntaxProblem | null {
  const start = fence.kind === 'closed' ? fence.fence.header.start : 0;
  if (!header.includes('\t')) {
    return null;
  }
  const within = (at: number) =>
    [...parts.quoted, ...parts.block, ...parts.flow].some(({ range }) => range.start < at && at < range.end);
  const lines = goccy ? /(?<=\n)\t/g : /^(?: *- +)*(?: *-)?\t|^ +\t/gm;
  for (const match of header.matchAll(lines)) {
    const at = start + match.index + match[0].length - 1;
    // What is indented behind plain text may go on with it.
    const goesOn =
      /^ +\t$/.test(match[0]) && parts.plain.some(({ range }) => !text.slice(range.end, at).trim());
    if (!within(at) && !goesOn) {
      return problem('TAB_AS_INDENT', 'A tab cannot indent', at);
    }
  }
  return null;
}

/** A name or a type with nothing behind it; a blank lets a type pass (goccy/go-yaml in Hugo 0.169). */
const NO_VALUE = /^(?:[&!][^\s,\]}]*|&[^\s,\]}]*\s+(?:#[^\n]*\n\s*)*)[,\]}]/;

/** In brackets each comma needs something before it; and libyaml takes `?` and `:` for keys and values there. */
function flowProblem(text: string, parts: Parts, goccy: boolean): SyntaxProblem | null {
  const quoted = new Map(
    [...parts.quoted.map(({ range }) => range), ...parts.keys].map(({ start, end }) => [start, end]),
  );
  for (const { range } of parts.flow) {
    const open: string[] = [];
    let before = '';
    for (let at = range.start; at < range.end; at++) {
      const character = text[at] ?? '';
      const close = quoted.get(at);
      if (close !== undefined && close > at) {
        at = close - 1;
        if (goccy && open.at(-1) === '[' && text[close] === ':' && !/\s/.test(text[close + 1] ?? ' ')) {
          return problem('FLOW_KEY', 'A blank must follow the colon', close);
        }
        before = '"';
        continue;
      }
      if (character === '#' && /\s/.test(text[at - 1] ?? '')) {
        const end = text.indexOf('\n', at);
        at = end < 0 ? range.end : end;
        continue;
      }
      const starts = before === '' || '[{,'.includes(before);
      if (goccy && starts && NO_VALUE.test(text.slice(at, at + 200))) {
        return problem('FLOW_PROPERTY', 'Nothing stands behind this name', at);
      }
      if (character === ',' && starts) {
        return problem('FLOW_ENTRY', 'There is nothing before the comma', at);
      }
      const isMark = character === '?' ? !starts : character === ':' && starts;
      if (!goccy && isMark) {
        return problem('FLOW_MARK', 'In brackets this needs quotes', at);
      }
      if ('[{'.includes(character)) {
        open.push(character);
      } else if (']}'.includes(character)) {
        open.pop();
      }
      before = /\s/.test(character) ? before : character;
    }
  }
  return null;
}

function escapeProblem(text: string, { quoted }: Parts): SyntaxProblem | null {
  const slash = quoted.find(({ style, range }) => style === 'double' && hasSlash(text, range));
  return slash ? problem('BAD_ESCAPE', 'There is no such escape: `\\/`', slash.range.start) : null;
}

/** JSON's `\/`, which YAML 1.1 does not know. */
function hasSlash(text: string, { start, end }: Range): boolean {
  return /^(?:[^\\]|\\[^/])*\\\//.test(text.slice(start, end));
}
