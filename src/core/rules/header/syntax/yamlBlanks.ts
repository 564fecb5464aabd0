import { say } from '../../../message';
import { everywhere, fix, remove } from './cause';
import type { SyntaxCause } from './cause';
import type { HeaderLine, HeaderSpot } from './yamlLine';

/** YAML indents with blanks alone. The lines of one list are written alike: all of them get their blanks. */
export function tabIndent({ start, indent, text, name }: HeaderLine, { report }: HeaderSpot): SyntaxCause[] {
  const afterDash = /^[ ]*-[ ]*(\t[ \t]*)/.exec(text);
  if (afterDash) {
    const end = start + afterDash[0].length;
    const edits = everywhere(report, /(?<=^[ ]*-)[ ]*\t[ \t]*/gm, () => ' ');
    const range = { start: end - (afterDash[1]?.length ?? 0), end };
    return [
      {
        cause: say('a space must follow the dash, not a tab'),
        range,
        fixes: [fix(titleOf(edits.length), edits)],
      },
    ];
  }
  if (!indent.includes('\t')) {
    return [];
  }
  const cause = say('YAML is indented with spaces, not with tabs');
  const range = { start, end: start + indent.length };
  const edits = everywhere(report, /^(?=[ ]*\t)[ \t]+(?=-[ \t]|[\w.-]+:|["'])/gm, (blanks) =>
    blanks.replaceAll('\t', '  '),
  );
  const own = [{ range, newText: indent.replaceAll('\t', '  ') }];
  // A field that stands below others is one of them; and the first one cannot stand below another.
  const removed =
    name === ''
      ? []
      : [{ cause, range, fixes: [fix(say('Remove the tab'), [remove(start, start + indent.length)])] }];
  const isFirst = report.fence.kind === 'closed' && start === report.fence.fence.header.start;
  return isFirst && removed.length > 0
    ? removed
    : [
        { cause, range, fixes: [fix(titleOf(edits.length), edits)] },
        { cause, range, fixes: [fix(titleOf(1), own)] },
        ...removed,
      ];
}

function titleOf(count: number) {
  return count > 1 ? say('Replace the tabs with spaces') : say('Replace the tab with spaces');
}

/** A no-break space, or another blank that copied text brings, is no blank for YAML. */
export function noBreakSpace({ start, text }: HeaderLine, { report }: HeaderSpot): SyntaxCause | null {
  const match = /(?<=^ *|^ *(?:- +)?[\w.-]+: *)[\u00a0\u2000-\u200b\u202f\u3000\ufeff]+(?= *\S)/.exec(text);
  // Before the first field it is a letter of its name, and a space would be as wrong.
  const isFirst = report.fence.kind === 'closed' && start === report.fence.fence.header.start;
  if (!match || (isFirst && match.index === 0)) {
    return null;
  }
  const at = { start: start + match.index, end: start + match.index + match[0].length };
  const blank = match[0].charAt(0);
  const edits = [
    ...everywhere(report, /(?<=^ *)[\u00a0\u2000-\u200b\u202f\u3000\ufeff]+(?= *\S)/gm, (blanks) =>
      ' '.repeat(blanks.replace(/[\u200b\ufeff]/g, '').length),
    ),
    ...everywhere(
      report,
      /(?<=^ *(?:- +)?[\w.-]+:) *[\u00a0\u2000-\u200b\u202f\u3000\ufeff]+ *(?=\S)/gm,
      () => ' ',
    ),
  ];
  return {
    cause:
      blank === '\u00a0'
        ? say('a no-break space stands where a space must')
        : say(
            'a character that looks like a space, U+{0}, stands where a space must',
            blank.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0'),
          ),
    range: at,
    fixes: [fix(edits.length > 1 ? say('Replace them with spaces') : say('Replace it with a space'), edits)],
  };
}

/** `-aws`, with no blank behind the dash. The items of one list are written alike: all of them get their blank. */
export function dashWithoutBlank({ start, text }: HeaderLine, { report }: HeaderSpot): SyntaxCause | null {
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
export function colonWithoutBlank({ start, text }: HeaderLine, { report }: HeaderSpot): SyntaxCause[] {
  const [whole = '', name = ''] = /^([A-Za-z][\w-]*):(?=[^\s/:])/.exec(text) ?? [];
  if (name === '') {
    return [];
  }
  const at = { start: start + whole.length, end: start + whole.length };
  const cause = say('a space is missing behind `{0}:`', name);
  const range = { start, end: at.end };
  const edits = everywhere(report, /(?<=^[A-Za-z][\w-]*:)(?=[^\s/:])/gm, () => ' ');
  const own = {
    cause,
    range,
    fixes: [fix(say('Put a space behind the colon'), [{ range: at, newText: ' ' }])],
  };
  return edits.length > 1
    ? [own, { cause, range, fixes: [fix(say('Put a space behind {0} colons', edits.length), edits)] }]
    : [own];
}
