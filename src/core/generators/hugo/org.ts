import type { Node } from '../../frontMatter/tree';
import { lineEnd, nextLine } from '../../frontMatter/fence';
import { atLeast } from '../versions';
import { TWO_STEPS } from './versions';

/** An org mode header at the top of a file, which Hugo reads in Markdown too. */
export interface OrgHeader {
  /** Where the body starts. */
  readonly end: number;
  /** The values by key, in lower case. */
  readonly fields: ReadonlyMap<string, Node>;
}

/** Lists of words, before they needed `[]` behind the key. */
const WORDS = new Set(['tags', 'categories', 'aliases']);

const DATES = new Set(['date', 'lastmod', 'publishdate', 'expirydate']);

/**
 * Reads the lines of `#+key: value` that a file starts with (parser/pageparser/pagelexer_intro.go, lexFrontMatterOrgMode;
 * parser/metadecoders/decoder.go, unmarshalORG).
 * @param start where the first character stands that is no white space
 * @returns null where the file starts with something else
 */
export function readOrgHeader(text: string, start: number, version: string): OrgHeader | null {
  if (!text.startsWith('#+', start)) {
    return null;
  }
  const written = new Map<string, Node[]>();
  let at = start;
  while (text.startsWith('#+', at)) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const colon = line.search(/:(?:\s|$)/);
    if (colon > 2) {
      const value = line.slice(colon + 1);
      const from = at + colon + 1 + (value.length - value.trimStart().length);
      const node: Node = {
        kind: 'scalar',
        range: { start: from, end: Math.max(from, at + line.trimEnd().length) },
        style: 'single',
        text: value.trim(),
      };
      const key = line.slice(2, colon).toLowerCase();
      const known = written.get(key);
      if (known) {
        known.push(node);
      } else {
        written.set(key, [node]);
      }
    }
    at = nextLine(text, end);
  }
  const fields = new Map(
    [...written].map(([key, values]) => [key.replace(/\[\]$/, ''), valueOf(key, values, version)]),
  );
  return { end: at, fields };
}

function valueOf(key: string, values: readonly Node[], version: string): Node {
  const [first] = values;
  const text = values.map((value) => (value.kind === 'scalar' ? value.text : '')).join('\n');
  const range = first?.range ?? { start: 0, end: 0 };
  const list = (items: readonly string[]): Node => ({
    kind: 'list',
    range,
    flow: true,
    items: items.map((item) => ({ kind: 'scalar', range, style: 'single', text: item })),
  });
  const isNew = atLeast(version, TWO_STEPS);
  if (key.endsWith('[]') || (!isNew && WORDS.has(key))) {
    return list(text.split(/\s+/).filter((word) => word !== ''));
  }
  if (isNew && text.includes('\n')) {
    return list(text.split('\n'));
  }
  if (isNew && key === 'filetags') {
    return list(text.replace(/^:/, '').replace(/:$/, '').split(':'));
  }
  const day = DATES.has(key) ? /[<[](\d{4}-\d{2}-\d{2}) .*[>\]]/.exec(text)?.[1] : undefined;
  return { kind: 'scalar', range, style: 'single', text: day ?? text };
}
