import { say } from '../../message';
import type { Report } from '../../report/report';
import type { TextEdit } from '../../text';
import { fix } from './yamlLine';
import type { HeaderLine, YamlCause } from './yamlLine';

/** YAML indents with blanks alone. The lines of one list are written alike: all of them get their blanks. */
export function tabIndent({ start, indent }: HeaderLine, report: Report): YamlCause | null {
  if (!indent.includes('\t')) {
    return null;
  }
  const edits = everywhere(report, /^(?=[ ]*\t)[ \t]+(?=-[ \t]|[\w.-]+:|["'])/gm, (blanks) =>
    blanks.replaceAll('\t', '  '),
  );
  const title = edits.length > 1 ? say('Replace the tabs with spaces') : say('Replace the tab with spaces');
  return {
    cause: say('YAML is indented with spaces, not with tabs'),
    range: { start, end: start + indent.length },
    fixes: [fix(title, edits)],
  };
}

/** A no-break space, as copied text brings it, is no blank for YAML. */
export function noBreakSpace({ start, text, indent }: HeaderLine): YamlCause | null {
  const match = /^[ \u00a0]*\u00a0|:\u00a0/.exec(text);
  if (!match) {
    return null;
  }
  const at = match[0].startsWith(':')
    ? { start: start + match.index + 1, end: start + match.index + 2 }
    : { start, end: start + indent.length };
  const edits = [{ range: at, newText: ' '.repeat(at.end - at.start) }];
  return {
    cause: say('a no-break space stands where a space must'),
    range: at,
    fixes: [fix(say('Replace it with a space'), edits)],
  };
}

/** `-aws`, with no blank behind the dash. The items of one list are written alike: all of them get their blank. */
export function dashWithoutBlank({ start, text }: HeaderLine, report: Report): YamlCause | null {
  const match = /^([ \t]*)-[^\s-]/.exec(text);
  if (!match) {
    return null;
  }
  return {
    cause: say('a dash needs a space behind it'),
    range: { start: start + (match[1]?.length ?? 0), end: start + text.trimEnd().length },
    fixes: [
      fix(
        say('Put a space behind each dash'),
        everywhere(report, /^[ \t]*-(?=[^\s-])/gm, (found) => `${found} `),
      ),
    ],
  };
}

/** `title:Cloud days`, with no blank behind the colon: no field for YAML, but text. */
export function colonWithoutBlank({ start, text }: HeaderLine): YamlCause | null {
  const [whole = '', name = ''] = /^([A-Za-z][\w-]*):(?![\s/:])/.exec(text) ?? [];
  if (name === '') {
    return null;
  }
  const at = { start: start + whole.length, end: start + whole.length };
  return {
    cause: say('a space is missing behind `{0}:`', name),
    range: { start, end: at.end },
    fixes: [fix(say('Put a space behind the colon'), [{ range: at, newText: ' ' }])],
  };
}

/** A field that stands further in than those around it. */
export function strayIndent({ name, indent, start }: HeaderLine): YamlCause | null {
  if (name === '' || indent === '' || !/^ +$/.test(indent)) {
    return null;
  }
  const at = { start, end: start + indent.length };
  return {
    cause: say('`{0}` stands further in than the other fields', name),
    range: { start, end: start + indent.length + name.length },
    fixes: [fix(say('Move `{0}` to the start of the line', name), [{ range: at, newText: '' }])],
  };
}

/** The edits that write something else for each match in the front matter. */
function everywhere({ fence, text }: Report, pattern: RegExp, write: (found: string) => string): TextEdit[] {
  if (fence.kind !== 'closed') {
    return [];
  }
  const { start, end } = fence.fence.header;
  return [...text.slice(start, end).matchAll(pattern)].map(({ 0: found, index }) => ({
    range: { start: start + index, end: start + index + found.length },
    newText: write(found),
  }));
}
