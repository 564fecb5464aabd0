import type { Generator } from '../../../generators/generator';
import { say } from '../../../message';
import type { Report } from '../../../report/report';
import { lineEndOf } from '../../../text';
import type { TextEdit } from '../../../text';
import { everywhere, fix, guess, insert, remove } from './cause';
import type { SyntaxCause } from './cause';
import type { Detector, HeaderLine, HeaderSpot } from './yamlLine';

/** A line that holds a field, an item, a comment or nothing. */
const ORDINARY = /^\s*(?:$|#|-(?:\s|$)|["']?[\p{L}\p{N}_.-][^:：]*["']?[ \t]*[:：](?:\s|$)|[[\]{}])/u;

/** A value that no text goes on with: one in quotes or brackets, a switch, a day. */
const WHOLE = /^(?:["'[{].*["'\]}]|true|false|yes|no|on|off|\d[\d./-]*(?:T\S*)?)$/i;

/** What git leaves where two versions of a file differ. */
export const mergeMarks: Detector = ({ start, text }) =>
  /^(?:<{7} |={7}$|>{7} )/.test(text)
    ? {
        cause: say('git’s marks of a merge conflict stand here'),
        range: { start, end: start + text.length },
        fixes: [],
        isCertain: true,
      }
    : null;

/** Fields, an empty line and then text: the rule that the text holds is no closing fence. */
export const forgottenFence: Detector = ({ number, text, start }, { report, first, last }) => {
  if (ORDINARY.test(text) || !/^\S/.test(text)) {
    return null;
  }
  let blank = -1;
  for (let above = number - 1; above > first; above--) {
    const line = report.lines.textOf(above);
    if (line.trim() === '') {
      blank = above;
    } else if (/^[\w.-]+[ \t]*:(?:\s|$)/.test(line)) {
      break;
    }
  }
  if (blank < 0 || number >= last) {
    return null;
  }
  const at = report.lines.startOf(blank);
  const edits = [insert(at, `---${lineEndOf(report.text)}`)];
  const title = say('Close the front matter with `{0}`', '---');
  // What looks like a field below may be one, which would be lost.
  let below = number + 1;
  while (below <= last && !/^[\w.-]+[ \t]*:(?:\s|$)/.test(report.lines.textOf(below))) {
    below++;
  }
  return {
    cause: say('the front matter is not closed above this text'),
    range: { start, end: start + text.trimEnd().length },
    fixes: [below > last ? fix(title, edits) : guess(title, edits)],
  };
};

/** `title：Harbour`, with a colon of another script. */
export const wideColon: Detector = ({ text, start }, { report }) => {
  const at = /^[ ]*[A-Za-z][\w.-]*[ \t]*：/.exec(text)?.[0].length ?? 0;
  if (at === 0) {
    return null;
  }
  const edits = everywhere(report, /(?<=^ *[A-Za-z][\w.-]*)[ \t]*：[ \t\u3000]*(?=\S?)/gm, () => ': ');
  return {
    cause: say('`：` is no colon for the front matter'),
    range: { start: start + at - 1, end: start + at },
    fixes: [fix(edits.length === 1 ? say('Write `:`') : say('Write `:` in {0} lines', edits.length), edits)],
  };
};

/** `tags = ["aws"]`, as TOML has it. */
export const equalsSign: Detector = ({ text, start, indent }, { report }) => {
  const found = /^([A-Za-z][\w.-]*)[ \t]*=[ \t]*(?=\S)/.exec(text);
  if (!found || indent !== '') {
    return null;
  }
  const edits = everywhere(report, /(?<=^[A-Za-z][\w.-]*)[ \t]*=[ \t]*(?=\S)/gm, () => ': ');
  return {
    cause: say('in YAML a field is written with a colon: `{0}: …`', found[1] ?? ''),
    range: { start, end: start + found[0].trimEnd().length },
    fixes: [fix(edits.length === 1 ? say('Write `:`') : say('Write `:` in {0} lines', edits.length), edits)],
  };
};

/** `// to do`, `<!-- to do -->`: comments of other languages. */
export const otherComment: Detector = ({ text, start }) => {
  const [, indent = '', words] =
    /^([ \t]*)(?:\/\/|<!--|\/\*|;;|--(?=[ \t]))[ \t]*(.*?)[ \t]*(?:-->|\*\/)?[ \t\r]*$/.exec(text) ?? [];
  if (words === undefined) {
    return null;
  }
  const range = { start: start + indent.length, end: start + text.trimEnd().length };
  return {
    cause: say('a comment in the front matter starts with `#`'),
    range,
    fixes: [fix(say('Write it as a comment: `#`'), [{ range, newText: `# ${words}` }])],
  };
};

/** `- title: Harbour`, `* title: Harbour`, `**title**: Harbour`: fields with the marks of a Markdown list. */
export const markedFields: Detector = ({ text, start }, { report, first }) => {
  const mark =
    /^(?:[-*+•·][ \t]+(?=["']?[A-Za-z][\w.-]*["']?[ \t]*:)|\*\*(?=[A-Za-z][\w.-]*(?:\*\*)?:))/.exec(
      text,
    )?.[0];
  const isFirst = mark !== undefined && report.lines.startOf(first) <= start;
  const all = report.header.split(/\r?\n/).filter((line) => /^\S/.test(line) && !line.startsWith('#'));
  if (!isFirst || (mark.startsWith('-') && all.some((line) => !line.startsWith('-')))) {
    return null;
  }
  const edits = everywhere(
    report,
    /^[-*+•·][ \t]+(?=["']?[A-Za-z][\w.-]*["']?[ \t]*:)|^\*\*|(?<=^\*\*[\w.-]+)\*\*(?=:)|(?<=^\*\*[\w.-]+:)\*\*/gm,
    () => '',
  );
  return {
    cause: say('a field starts with its name, without `{0}`', mark.trim()),
    range: { start, end: start + mark.trimEnd().length },
    fixes: [fix(say('Remove `{0}` before the fields', mark.trim()), edits)],
  };
};

/** `－ aws`, `• aws`, `– aws`: items behind another mark than a hyphen. */
export const otherDash: Detector = ({ text, start }, { report }) => {
  const [, indent = '', mark] = /^([ \t]*)([－–—‐‑−•·*+])[ \t\u3000]+\S/.exec(text) ?? [];
  if (mark === undefined) {
    return null;
  }
  const edits = everywhere(report, /(?<=^[ \t]*)[－–—‐‑−•·*+][ \t\u3000]+(?=\S)/gm, () => '- ');
  return {
    cause: say('an item of a list starts with a hyphen and a space'),
    range: { start: start + indent.length, end: start + indent.length + 1 },
    fixes: [fix(say('Write `-`'), edits)],
  };
};

/** `title Harbour JS`, `title; Harbour JS`: the name of a field that the generator knows, without its colon. */
export function missingColon({ knownFields }: Generator): Detector {
  const known = new Set(knownFields.map(({ name }) => name));
  return ({ text, start }, { report }) => {
    const [whole = '', name = ''] = /^([a-z_]+)(?:[ \t]*[;.,|][ \t]+|[ \t]+)(?=[^\s:=])/.exec(text) ?? [];
    if (!known.has(name) || report.field(name) || /^[a-z_]+[ \t]*[:：=]/.test(text)) {
      return null;
    }
    const range = { start, end: start + name.length };
    return {
      cause: say('a colon is missing behind `{0}`', name),
      range,
      fixes: [
        fix(say('Write `{0}:`', name), [
          { range: { start, end: start + whole.length }, newText: `${name}: ` },
        ]),
      ],
    };
  };
}

/** A line that is no field goes on with the value above it, if it is indented. */
export const goesOn: Detector = (line, { report, first, last }) => {
  if (line.indent !== '' || ORDINARY.test(line.text)) {
    return null;
  }
  let top = line.number;
  while (top > first && isLoose(report, top - 1)) {
    top--;
  }
  let end = line.number;
  while (end < last && isLoose(report, end + 1)) {
    end++;
  }
  const above = top > first ? fieldAbove(report, top - 1, first) : undefined;
  if (above === undefined) {
    return null;
  }
  const edits: TextEdit[] = [];
  for (let number = top; number <= end; number++) {
    edits.push(insert(report.lines.startOf(number), '  '));
  }
  const { start } = report.lines.rangeOf(top);
  return {
    cause: say('this line belongs to `{0}`, and must be indented', above),
    range: { start, end: start + report.lines.textOf(top).trimEnd().length },
    fixes: [fix(say('Indent it'), edits)],
  };
};

function isLoose(report: Report, number: number): boolean {
  const text = report.lines.textOf(number);
  return /^\S/.test(text) && !ORDINARY.test(text);
}

/** The field whose value may go on below a line: its text is not closed there. */
function fieldAbove(report: Report, number: number, first: number): string | undefined {
  for (let at = number; at >= first; at--) {
    const text = report.lines.textOf(at);
    const [, name, value = ''] = /^([\w.-]+)[ \t]*:(?:[ \t]+(.*?))?[ \t\r]*$/.exec(text) ?? [];
    if (name !== undefined) {
      return WHOLE.test(value) ? undefined : name;
    }
    if (!/^[ \t]+[^-\s]|^\s*$/.test(text)) {
      return undefined;
    }
  }
  return undefined;
}

/** A line of words that belongs to nothing above it. */
export const noField: Detector = ({ text, start, indent }, { report }) => {
  const words = text.trim();
  if (ORDINARY.test(text) || indent !== '') {
    return null;
  }
  const isName = /^[A-Za-z][\w-]*$/.test(words);
  const end = start + text.trimEnd().length;
  const title =
    report.field('title') || isName ? null : guess(say('Make it the title'), [insert(start, 'title: ')]);
  return {
    cause: say('this line is no field: a field is written `name: value`'),
    range: { start, end },
    fixes: isName ? [guess(say('Put a colon behind it'), [insert(end, ':')])] : title ? [title] : [],
  };
};

/** A list that stands below a value, which the field then has twice. */
export const listBelowValue: Detector = (line, { report, first }) => {
  const above = line.isItem && line.number > first ? report.lines.textOf(line.number - 1) : '';
  const name = /^([\w.-]+)[ \t]*:[ \t]+[^#\s|>&!]/.exec(above)?.[1];
  return name === undefined
    ? null
    : {
        cause: say('`{0}` has a value already, and can have no list below it', name),
        range: { start: line.start + line.indent.length, end: line.start + line.text.trimEnd().length },
        fixes: [],
      };
};

/** A field that stands further in than those around it, or several that do. */
export const strayIndent: Detector = (line, spot) => {
  const { name, indent, start, isItem } = line;
  if (name === '' || isItem || !/^ +$/.test(indent)) {
    return null;
  }
  const alone: SyntaxCause = {
    cause: say('`{0}` stands further in than the other fields', name),
    range: { start, end: start + indent.length + name.length },
    fixes: [fix(say('Move `{0}` to the start of the line', name), [remove(start, start + indent.length)])],
  };
  const run = runOf(line, spot);
  const [top] = run;
  if (run.length < 2 || !top) {
    return alone;
  }
  const edits = run.map((other) => remove(other.start, other.start + indent.length));
  return [
    alone,
    {
      cause: say('`{0}` stands further in than the other fields', top.name || name),
      range: { start: top.start, end: top.start + indent.length + top.name.length },
      fixes: [fix(say('Move {0} lines to the start of the line', run.length), edits)],
    },
  ];
};

/** The lines around one that stand as far in as it does, or further. */
function runOf({ number, indent }: HeaderLine, { report, first, last }: HeaderSpot) {
  const isIn = (at: number) => at >= first && at <= last && report.lines.textOf(at).startsWith(indent);
  let top = number;
  while (isIn(top - 1) && !/^ *-(?: |$)/.test(report.lines.textOf(top - 1))) {
    top--;
  }
  let end = number;
  while (isIn(end + 1)) {
    end++;
  }
  return Array.from({ length: end - top + 1 }, (_, index) => {
    const start = report.lines.startOf(top + index);
    const text = report.lines.textOf(top + index);
    return { start, name: /^ *([\w.-]+)[ \t]*:/.exec(text)?.[1] ?? '' };
  });
}
