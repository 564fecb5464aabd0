import { libyaml } from '../../frontMatter/lazy';
import { treeOf } from '../../frontMatter/libyaml/tree';
import { beyondLimits } from '../../frontMatter/limits';
import { readSource } from '../../frontMatter/read';
import type { FrontMatter } from '../../frontMatter/tree';
import { hide, markColons, shown } from './marks';

const ODD = /[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]/;

/** Reads YAML as Hugo does from 0.152 on. */
export function readGoccyYaml(source: string, base: number): FrontMatter {
  const beyond = beyondLimits(source, base);
  if (beyond) {
    return { format: 'yaml', root: null, problems: [beyond] };
  }
  // What libyaml lets nowhere pass, or ends lines at, is text like any other.
  const isOdd = ODD.test(source);
  const read = (fails: boolean): FrontMatter => {
    const header = asGoccyReads(source, fails);
    const tree = isOdd
      ? readSource(header, 'yaml', base)
      : treeOf(libyaml().readRaw(header, base), base, base + source.length);
    return { ...tree, root: shown(tree.root, header) };
  };
  const first = read(false);
  const { problems, root } = first.problems.length > 0 ? read(true) : first;
  // What follows a document may be another one, but must be set off from it.
  const mayEnd = /^\.\.\./m.test(source);
  return {
    format: 'yaml',
    root,
    problems: problems.filter(
      ({ code, range }) =>
        (code !== 'REST' || !mayEnd) &&
        // An alias inside what it stands for is nothing, except to what would merge it.
        (code !== 'SELF_ALIAS' || /<<[ \t]*:\s*$/.test(source.slice(0, range.start - base))),
    ),
  };
}

/**
 * A header in a form that reads here as goccy/go-yaml, Hugo's reader from 0.152 on, reads the header itself; of the same
 * length.
 * @param fails the header cannot be read here as it is
 */
function asGoccyReads(header: string, fails: boolean): string {
  const marked = markLoneQuestions(markItems(markColons(blankTabs(header))));
  const read = fails ? joinValues(markStarts(marked)) : marked;
  // What ends a document that has not started ends nothing.
  return withoutTagged(read.startsWith('...') ? `#${read.slice(1)}` : read);
}

/** A tab behind a dash is a blank, and so is one on the first line. */
function blankTabs(source: string): string {
  return source.includes('\t')
    ? source.replace(/^ *-\t|^[ \t]+\r?\n/gm, (part, at: number) =>
        part.endsWith('\n') && at > 0 ? part : part.replaceAll('\t', ' '),
      )
    : source;
}

/** In brackets a word may start with what else is a mark. */
function markItems(source: string): string {
  return source.replace(
    /([[,]\s*)([:?])(?=\S)/g,
    (_whole, before: string, mark: string) => before + hide(mark),
  );
}

/** `title: ?` is text. */
function markLoneQuestions(source: string): string {
  return /\?\r?\n/.test(source)
    ? source.replace(/(:[ \t]+)\?(?=\r?\n)/g, (_whole, colon: string) => colon + hide('?'))
    : source;
}

/** Values may start with what ends a list elsewhere. */
function markStarts(source: string): string {
  return source.replace(
    /^([ \t]*(?:-[ \t]+|[\w-]+:[ \t]+))([},])/gm,
    (_whole, before: string, mark: string) => before + hide(mark),
  );
}

/** A value that stands alone on the next line need not be indented. */
function joinValues(header: string): string {
  const value = /^(?!-(?:[ \t\r]|$)|[ \t\r#?])(?!.*:(?:[ \t\r]|$)).+/;
  const lines = header.split('\n');
  return lines
    .map((line, i) => {
      const next = lines[i + 1];
      const joins = next !== undefined && /^[^ \t#-].*:[ \t]*\r?$/.test(line) && value.test(next);
      return joins ? `${line.replace(/\r$/, ' ')} ` : next === undefined ? line : `${line}\n`;
    })
    .join('');
}

/** A tag with nothing behind it takes the fields below for its value: `title: !important` loses them all. */
function withoutTagged(header: string): string {
  const tagged = header.includes(': !')
    ? /^[^\s#-][^\n]*:[ \t]+![^\s!]\S*[ \t]*\r?\n(?=[^\s#-])/m.exec(header)
    : null;
  const end = tagged ? tagged.index + tagged[0].length : header.length;
  return header.slice(0, end) + header.slice(end).replace(/[^\r\n]/g, ' ');
}
