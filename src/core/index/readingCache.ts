import { hash } from '../hash';
import type { HeaderReading } from './readHeader';
import type { ReportFacts } from './reportFacts';

/** A reading that is the same at any later time. */
export type LastingReading = Omit<HeaderReading, 'lasts'>;

/** What is kept of a file between two sessions. */
export interface CachedFile {
  /** The key of the file, as the index has it. */
  readonly key: string;
  /** Changes whenever the file does. */
  readonly stamp: number;
  readonly reading: LastingReading;
}

/** The files that are read in one way. */
export interface CachedSite {
  /** The root of their site. */
  readonly root: string;
  /** Changes whenever they may be read in another way. */
  readonly fingerprint: string;
  readonly files: readonly CachedFile[];
}

/** A file as it was found in a cache; its reading is put together when it is asked for. */
export interface FoundFile {
  readonly stamp: number;
  readonly fingerprint: string;
  reading(): LastingReading;
}

/** Is another one where something else is written, or where a reading is something else. */
const FORMAT = 1;

/** What is written of a file, in so many places of a row; lists by their numbers. */
type Row = readonly [
  place: string,
  stamp: number,
  /** Null where the key ends with it. */
  path: string | null,
  title: string | null,
  url: string | null,
  time: number | null,
  /** -1 where there is no front matter. */
  fields: number,
  values: number,
  tags: number,
  categories: number,
  keywords: number,
];

interface Written {
  readonly format: number;
  readonly writer: string;
  readonly root: string;
  readonly fingerprint: string;
  /** Each stands once, however many reports have it. */
  readonly lists: readonly (readonly string[])[];
  /** The rows of the files, one behind the other. */
  readonly rows: readonly unknown[];
}

/**
 * Writes what was read, in one line.
 * @param writer stands for the program that reads the headers: another version may read them in another way
 */
export function encodeReadings({ root, fingerprint, files }: CachedSite, writer: string): string {
  const lists: (readonly string[])[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (list: readonly string[]) => {
    const key = JSON.stringify(list);
    let number = numbers.get(key);
    if (number === undefined) {
      number = lists.push(list) - 1;
      numbers.set(key, number);
    }
    return number;
  };
  const rowOf = ({ key, stamp, reading: { terms, facts } }: CachedFile): Row => [
    key.slice(root.length),
    stamp,
    facts === null || key === `${root}/${facts.path}` ? null : facts.path,
    facts?.title ?? null,
    facts?.url ?? null,
    facts?.time ?? null,
    facts ? numberOf(facts.fields) : -1,
    numberOf(facts?.values.flat() ?? []),
    numberOf(terms.tags),
    numberOf(terms.categories),
    numberOf(terms.keywords),
  ];
  const rows = files.filter(({ key }) => key.startsWith(root)).flatMap((file): unknown[] => [...rowOf(file)]);
  const written: Written = { format: FORMAT, writer, root, fingerprint, lists, rows };
  const body = JSON.stringify(written);
  return `${headOf(body)} ${body}`;
}

/**
 * Reads a line that `encodeReadings` has written.
 * @returns the files by their keys; none where the line is anything else, of another writer, or was cut or changed
 */
export function decodeReadings(line: string, writer: string): [key: string, file: FoundFile][] {
  const end = line.indexOf(' ');
  const body = line.slice(end + 1);
  if (end < 0 || line.slice(0, end) !== headOf(body)) {
    return [];
  }
  const written = parse(body);
  const isOurs = isWritten(written) && written.format === FORMAT && written.writer === writer;
  return isOurs ? new Line(written).files() : [];
}

function headOf(body: string): string {
  return hash(body).toString(36);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The head only tells that nothing was changed by accident. */
function isWritten(value: unknown): value is Written {
  const { root, fingerprint, lists, rows } = (value ?? {}) as { readonly [name in keyof Written]?: unknown };
  return (
    typeof root === 'string' &&
    typeof fingerprint === 'string' &&
    Array.isArray(lists) &&
    lists.every((list) => Array.isArray(list) && list.every((item) => typeof item === 'string')) &&
    Array.isArray(rows) &&
    rows.length % WIDTH === 0 &&
    rows.every((part, index) => COLUMNS[index % WIDTH]?.(part))
  );
}

const isText = (part: unknown) => typeof part === 'string';
const isNumber = (part: unknown) => typeof part === 'number';
const isTextOrNull = (part: unknown) => part === null || typeof part === 'string';
const isNumberOrNull = (part: unknown) => part === null || typeof part === 'number';

/** What may stand in each place of a row. */
const COLUMNS: readonly ((part: unknown) => boolean)[] = [
  isText, isNumber, isTextOrNull, isTextOrNull, isTextOrNull, isNumberOrNull, isNumber, isNumber, isNumber, isNumber, isNumber,
]; // prettier-ignore
const WIDTH = COLUMNS.length;

/** Points into what was read: of most files of a large workspace nothing is asked but the stamp, until all are taken over. */
class FileInLine implements FoundFile {
  constructor(
    readonly line: Line,
    readonly at: number,
  ) {}

  get stamp(): number {
    return this.line.written.rows[this.at + 1] as number;
  }

  get fingerprint(): string {
    return this.line.written.fingerprint;
  }

  reading(): LastingReading {
    return this.line.readingAt(this.at);
  }
}

/** A line that was read; reports that have a list share it. */
class Line {
  readonly #pairs: (ReportFacts['values'] | undefined)[] = [];

  constructor(readonly written: Written) {}

  files(): [key: string, file: FoundFile][] {
    const { root, rows } = this.written;
    const files: [string, FoundFile][] = [];
    for (let at = 0; at < rows.length; at += WIDTH) {
      files.push([root + String(rows[at]), new FileInLine(this, at)]);
    }
    return files;
  }

  readingAt(at: number): LastingReading {
    const { lists, rows } = this.written;
    const row = rows.slice(at, at + WIDTH) as unknown as Row;
    const [place, , path, title, url, time, fields, values, tags, categories, keywords] = row;
    const listOf = (number: number) => lists[number] ?? [];
    return {
      terms: { tags: listOf(tags), categories: listOf(categories), keywords: listOf(keywords) },
      facts:
        fields < 0
          ? null
          : {
              path: path ?? place.slice(1),
              title,
              url,
              time,
              fields: listOf(fields),
              values: (this.#pairs[values] ??= inPairs(listOf(values))),
            },
    };
  }
}

function inPairs(list: readonly string[]): ReportFacts['values'] {
  const pairs: [string, string][] = [];
  for (let at = 0; at < list.length; at += 2) {
    pairs.push([list[at] ?? '', list[at + 1] ?? '']);
  }
  return pairs;
}
