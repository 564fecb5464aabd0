import { hide, markColons } from './marks';

/**
 * A header in a form that reads here as goccy/go-yaml, Hugo's reader from 0.152 on, reads the header itself; of the same
 * length.
 * @param fails the header cannot be read here as it is
 */
export function asGoccyReads(header: string, fails: boolean): string {
  const marked = markLoneQuestions(markColons(header));
  const read = fails ? joinValues(markStarts(marked)) : marked;
  // What ends a document that has not started ends nothing.
  return withoutTagged(read.startsWith('...') ? `#${read.slice(1)}` : read);
}

/** `title: ?` is text. */
function markLoneQuestions(source: string): string {
  return source.includes('?\n')
    ? source.replace(/(:[ \t]+)\?(?=\n.)/g, (_whole, colon: string) => colon + hide('?'))
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
  const value = /^(?!-(?:[ \t]|$)|[ \t#?])(?!.*:(?:[ \t]|$)).+/;
  const lines = header.split('\n');
  return lines
    .map((line, i) => {
      const next = lines[i + 1];
      const joins = next !== undefined && /^[^ \t#-].*:[ \t]*$/.test(line) && value.test(next);
      return i + 1 < lines.length ? line + (joins ? ' ' : '\n') : line;
    })
    .join('');
}

/** A tag with nothing behind it takes the fields below for its value: `title: !important` loses them all. */
function withoutTagged(header: string): string {
  const tagged = header.includes(': !')
    ? /^[^\s#-][^\n]*:[ \t]+![^\s!]\S*[ \t]*\n(?=[^\s#-])/m.exec(header)
    : null;
  const end = tagged ? tagged.index + tagged[0].length : header.length;
  return header.slice(0, end) + header.slice(end).replace(/[^\r\n]/g, ' ');
}
