import { say } from '../../../message';
import { lineEndOf } from '../../../text';
import { everywhere, fix, guess, insert, remove } from './cause';
import type { SyntaxCause } from './cause';
import { tomlLine } from './tomlLine';
import type { TomlDetector, TomlSpot } from './tomlLine';

/** `title: "Harbour"`, as YAML has it. */
export const colonSign: TomlDetector = ({ text, start }, { report }) => {
  const found =
    /^([ \t]*[\w-]+)[ \t]*([:：]|＝)[ \t]*(?=\S)/.exec(text) ??
    /^(.*[{,][ \t]*[\w-]+)[ \t]*([:：])[ \t]*(?=\S)/.exec(text);
  if (!found) {
    return null;
  }
  const edits = everywhere(report, /(?<=^[ \t]*[\w-]+)[ \t]*(?:[:：]|＝)[ \t]*(?=\S)/gm, () => ' = ');
  const inner = everywhere(report, /(?<=[{,][ \t]*[\w-]+)[ \t]*[:：][ \t]*(?=["'\d[tf])/gm, () => ' = ');
  const at = start + (found[1] ?? '').length;
  const cause = say('in TOML a field is written with `=`');
  const range = { start, end: at + (found[0].length - (found[1] ?? '').length) };
  return [edits, inner]
    .filter((some) => some.length > 0)
    .map((some) => ({
      cause,
      range,
      fixes: [fix(some.length === 1 ? say('Write `=`') : say('Write `=` in {0} places', some.length), some)],
    }));
};

/** YAML between `+++`. */
export const yamlInPluses: TomlDetector = ({ text, start }, { report }) => {
  const { fence } = report;
  const lines = report.header.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const isYaml = lines.every((line) => /^(?:[A-Za-z][\w-]*[ \t]*:(?:\s|$)|[ \t]+|-[ \t])/.test(line));
  if (fence.kind !== 'closed' || !isYaml || fence.fence.close === null) {
    return null;
  }
  const { open, close } = fence.fence;
  return {
    cause: say('`+++` is for TOML, and this is YAML'),
    range: { start, end: start + text.length },
    fixes: [
      fix(
        say('Write `---` around the front matter'),
        [open, close].map((range) => ({ range, newText: '---' })),
      ),
    ],
  };
};

/** `* title = "Harbour"`. */
export const bulletBefore: TomlDetector = ({ text, start }, { report }) => {
  const mark = /^[ \t]*[-*•][ \t]+(?=[\w-]+[ \t]*=)/.exec(text)?.[0];
  if (mark === undefined) {
    return null;
  }
  const edits = everywhere(report, /^[ \t]*[-*•][ \t]+(?=[\w-]+[ \t]*=)/gm, () => '');
  return {
    cause: say('a field starts with its name, without `{0}`', mark.trim()),
    range: { start, end: start + mark.trimEnd().length },
    fixes: [fix(say('Remove `{0}` before the fields', mark.trim()), edits)],
  };
};

/** `// to do`, `<!-- to do -->`, also behind a value. */
export const commentMark: TomlDetector = ({ text, start }) => {
  const [, before = '', written, words = ''] =
    /^([ \t]*|.*["'\]\d][ \t]+|.*\b(?:true|false)[ \t]+)((?:\/\/|<!--|\/\*|;;|--(?=[ \t]))[ \t]*(.*?)[ \t]*(?:-->|\*\/)?)$/.exec(
      text,
    ) ?? [];
  if (written === undefined) {
    return null;
  }
  const range = { start: start + before.length, end: start + text.length };
  return {
    cause: say('a comment in the front matter starts with `#`'),
    range,
    fixes: [fix(say('Write it as a comment: `#`'), [{ range, newText: `# ${words}` }])],
  };
};

/** `title = "Harbour" date = 2019-07-23`. */
export const twoOnOneLine: TomlDetector = ({ text, start, name }, { report }) => {
  const gaps = [
    ...text.matchAll(/(?<=["'\]\d]|\b(?:true|false))[ \t]*[,;]?[ \t]+(?=([\w-]+)[ \t]*=[ \t]*\S)/g),
  ];
  const [first] = gaps;
  if (!first || name === '') {
    return null;
  }
  const edits = gaps.map(({ 0: gap, index }) => ({
    range: { start: start + index, end: start + index + gap.length },
    newText: lineEndOf(report.text),
  }));
  const at = start + first.index + first[0].length;
  return {
    cause: say('`{0}` must stand on a line of its own', first[1] ?? ''),
    range: { start: at, end: at + (first[1] ?? '').length },
    fixes: [fix(say('Put each field on a line of its own'), edits)],
  };
};

/** A field that stands twice, which TOML does not allow. */
export function duplicate({ report, first }: TomlSpot, number: number): SyntaxCause | null {
  const line = tomlLine(report, number);
  if (!line || line.name === '') {
    const table = /^\[+[ \t]*([^\]]+?)[ \t]*\]/.exec(line?.text ?? '')?.[1];
    return line && table !== undefined
      ? {
          cause: say('`{0}` appears twice', table),
          range: { start: line.start, end: line.start + line.text.length },
          fixes: [],
        }
      : null;
  }
  const { name, start, value } = line;
  let other: string | undefined;
  for (let above = number - 1; above >= first; above--) {
    const earlier = tomlLine(report, above);
    other ??= earlier?.name === name ? earlier.value : undefined;
  }
  const edits = [remove(start, report.lines.startOf(number + 1))];
  const title = say('Remove this `{0}`', name);
  return {
    cause: say('`{0}` appears twice', name),
    range: { start: line.start, end: line.start + name.length },
    // Which one is meant does not matter where both say the same.
    fixes: [other === value ? fix(title, edits) : guess(title, edits)],
  };
}

/** `[params`. */
export const openTable: TomlDetector = ({ text, start }) => {
  const brackets = /^(\[\[?)[ \t]*[\w.-]+$/.exec(text)?.[1];
  return brackets === undefined
    ? null
    : {
        cause: say('the bracket is not closed'),
        range: { start, end: start + text.length },
        fixes: [
          fix(say('Close it with `{0}`', brackets.replaceAll('[', ']')), [
            insert(start + text.length, brackets.replaceAll('[', ']')),
          ]),
        ],
      };
};

/** `title "Harbour"`. */
export const missingSign: TomlDetector = ({ text, start }) => {
  const found = /^([\w-]+)[ \t]*[;,|]?[ \t]+(?=["'[\d]|true$|false$)/.exec(text);
  if (!found) {
    return null;
  }
  const [whole, name = ''] = found;
  const range = { start, end: start + whole.length };
  return {
    cause: say('`=` is missing behind `{0}`', name),
    range: { start, end: start + name.length },
    fixes: [fix(say('Write `=`'), [{ range, newText: `${name} = ` }])],
  };
};

/** `event place = "Hall"`: a name with more than letters, digits, `-` and `_`. */
export const oddName: TomlDetector = ({ text, start, name }) => {
  if (name === '' || /^[\w.-]+$|^["']/.test(name)) {
    return null;
  }
  const at = start + text.indexOf(name);
  const range = { start: at, end: at + name.length };
  return {
    cause: say('the name `{0}` needs quotes', name),
    range,
    fixes: [fix(say('Quote the name'), [{ range, newText: JSON.stringify(name) }])],
  };
};

/** A word alone on its line. */
export const wordAlone: TomlDetector = ({ text, start, name }) => {
  if (name !== '' || /^\s*[[\]{}"']/.test(text)) {
    return null;
  }
  const isName = /^[\w-]+$/.test(text.trim());
  return {
    cause: say('this line is no field: a field is written `name = value`'),
    range: { start, end: start + text.length },
    fixes: isName ? [guess(say('Give it an empty value'), [insert(start + text.length, ' = ""')])] : [],
  };
};
