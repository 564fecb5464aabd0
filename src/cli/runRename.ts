import { formatMessage } from '../core/message';
import { Report } from '../core/report/report';
import { headerOf } from '../core/index/readHeader';
import { nearDuplicates } from '../core/index/nearDuplicates';
import { renameTerm } from '../core/terms/renameTerm';
import { intendedHeaderOf } from '../core/terms/renameUnread';
import { TagIndex } from '../core/index/tagIndex';
import { isSameTerm } from '../core/terms/termUses';
import { termsOf } from '../core/terms/terms';
import { applyEdits } from '../core/text';
import type { TextEdit } from '../core/text';
import { diffOf, prettyDiff } from './diff';
import type { ReportFile } from './files';
import type { RenameOptions } from './options';
import { shownPath } from './paths';
import { printable } from './pretty';
import { reportsOf, WORDS } from './prettyTags';
import { placeOf } from './show';
import type { Place } from './show';
import { attempt } from './talk';
import type { Talk } from './talk';
import { TermPages } from './termPages';
import { Writer } from './writer';

/** What `tags rename` changes in one file. */
export interface Renamed {
  readonly file: string;
  readonly edits: readonly { readonly range: Place; readonly newText: string }[];
}

/** A report that changes. */
interface Change {
  readonly source: ReportFile;
  readonly report: Report;
  readonly edits: readonly TextEdit[];
  readonly text: string;
}

/** What is found before anything is changed. */
interface Plan {
  readonly changes: readonly Change[];
  /** How many reports use the old name, those that cannot change among them. */
  readonly using: number;
  /** How many reports have the new name already. */
  readonly having: number;
  /** The files that are the term's own pages, found by its name in their paths. */
  readonly pages: readonly string[];
  readonly index: TagIndex;
}

/**
 * Renames a tag in all reports: shows what would change or, where that is asked for, changes it, each file whole or not
 * at all.
 * @returns whether no report uses the tag
 */
export async function runRename(
  reports: AsyncIterable<ReportFile>,
  options: RenameOptions,
  talk: Talk,
): Promise<boolean> {
  const { format, write, from, to, taxonomy } = options;
  const { out, err, complain, paint, terminal } = talk;
  const { changes, using, having, pages, index } = await planOf(reports, options, complain);
  for (const page of pages) {
    complain(
      page,
      `it is the page of \`${printable(from)}\`: move it, too, or its title and text stay behind`,
    );
  }
  const done = write ? await written(changes, complain) : changes;
  if (format === 'json') {
    out(`${JSON.stringify(done.map(renamedOf), null, 1)}\n`);
  } else if (write) {
    out(done.map(({ source }) => `${shownPath(source.file)}\n`).join(''));
  } else {
    for (const { source, text } of done) {
      const diff = diffOf(source.file, source.text, text);
      out(terminal ? prettyDiff(diff, paint) : diff);
    }
  }
  const { one, many } = WORDS[taxonomy];
  if (using === 0) {
    err(`No report has the ${one} \`${printable(from)}\`.${otherSpellings(from, index)}\n`);
    return true;
  }
  if (having > 0) {
    err(`\`${printable(to)}\` is in use already (${reportsOf(having)}): the two ${many} become one.\n`);
  }
  err(`${reportsOf(done.length)} ${write ? 'changed.' : 'would change. With `--write` they do.'}\n`);
  return false;
}

async function planOf(
  reports: AsyncIterable<ReportFile>,
  { from, to, taxonomy, now }: RenameOptions,
  complain: Talk['complain'],
): Promise<Plan> {
  const changes: Change[] = [];
  const index = new TagIndex();
  let using = 0;
  let having = 0;
  const pages = new TermPages();
  const look = (source: ReportFile): void => {
    const { file, path, site } = source;
    pages.see(source);
    const header = headerOf(source.text, site) ?? intendedHeaderOf(source.text);
    if (header === null) {
      return;
    }
    // What stands in the body is of no matter, and where the header's text is, it is in the whole text, too.
    const report = new Report(header, path, site.generator, source.options);
    const terms = termsOf(report, site, site.generator.forecast(report, site, now))[taxonomy];
    index.set(file, terms);
    const isTerm = (name: string) => (term: string) => isSameTerm(term, name, site.generator, site.version);
    if (!isTerm(from)(to) && terms.some(isTerm(to))) {
      having++;
    }
    const { edits, problem } = renameTerm(report, site, taxonomy, [from], to);
    const reason = problem
      ? formatMessage(problem)
      : edits.length > 0 && source.options.invalidUtf8
        ? 'not all of its bytes are UTF-8, so it stays as it is'
        : null;
    if (edits.length > 0 || reason !== null) {
      using++;
    }
    if (reason !== null) {
      complain(file, reason);
    } else if (edits.length > 0) {
      changes.push({ source, report, edits, text: applyEdits(source.text, edits) });
    }
  };
  for await (const source of reports) {
    attempt(source.file, complain, () => {
      look(source);
    });
  }
  return { changes, using, having, pages: pages.find({ taxonomy, from, to }), index };
}

/** @returns the changes that were made; the files of the others are named */
async function written(changes: readonly Change[], complain: Talk['complain']): Promise<Change[]> {
  const writer = new Writer();
  const done: Change[] = [];
  for (const change of changes) {
    const { file, text: before } = change.source;
    const reason = await writer.replace(file, before, change.text);
    if (reason === null) {
      done.push(change);
    } else {
      complain(file, reason);
    }
  }
  writer.close();
  return done;
}

function renamedOf({ source: { file }, report, edits }: Change): Renamed {
  return {
    file,
    edits: edits.map(({ range, newText }) => ({ range: placeOf(report, range), newText })),
  };
}

/** Where a name is not used, it may be in another spelling. */
function otherSpellings(name: string, index: TagIndex): string {
  const groups = nearDuplicates([...index.counts(), { name, count: 0 }]);
  const others = groups.find(({ names }) => names.includes(name))?.names.filter((other) => other !== name);
  return others ? ` There is ${others.map((other) => `\`${printable(other)}\``).join(', ')}.` : '';
}
