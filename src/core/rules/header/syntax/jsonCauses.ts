import type { SyntaxProblem } from '../../../frontMatter/tree';
import { say } from '../../../message';
import type { Report } from '../../../report/report';
import { everywhere, fix, insert, remove } from './cause';
import type { SyntaxCause } from './cause';

/** Finds what may have caused a problem in JSON: the likeliest first; see `yamlCauses`. */
export function* jsonCauses(report: Report, { range }: SyntaxProblem): Generator<SyntaxCause> {
  const { text } = report;
  const before = text.slice(0, range.start).trimEnd();
  const rest = text.slice(range.start, range.start + 200);
  if (/^[}\]]/.test(rest) && before.endsWith(',')) {
    const at = before.length - 1;
    yield {
      cause: say('no comma may stand before the closing bracket'),
      range: { start: at, end: at + 1 },
      fixes: [fix(say('Remove the comma'), [remove(at, at + 1)])],
    };
  }
  if (rest.startsWith('"') && /["\]}\d]$|\b(?:true|false|null)$/.test(before)) {
    const at = before.length;
    yield {
      cause: say('a comma is missing before this'),
      range,
      fixes: [fix(say('Put a comma there'), [insert(at, ',')])],
    };
  }
  const edits = [
    ...everywhere(report, /(?<=^[^"]*(?:"[^"\n]*"[^"\n]*)*)\/\/[^\n\r]*/gm, () => ''),
    ...everywhere(report, /(?<=[{,]\s*)[A-Za-z_][\w-]*(?=\s*[:=])/g, (name) => `"${name}"`),
    ...everywhere(
      report,
      /(?<=[{[,:]\s*)(?:'([^'"\n]*)'|[“”„]([^“”"\n]*)[“”])(?=\s*[,:=\]}])/g,
      (_found, one, other) => `"${one || other || ''}"`,
    ),
    ...everywhere(report, /(?<="[\w-]+"\s*)=(?=\s*["'[{\w])/g, () => ':'),
    ...everywhere(report, /(?<=:\s*)(?:True|TRUE|False|FALSE)(?=\s*[,}])/g, (word) => word.toLowerCase()),
    ...everywhere(
      report,
      /(?<=:[ \t]*)(?!(?:true|false|null)\b)[A-Za-z][^"'“”,{}[\]\n:]*(?=,?\s*\n)/g,
      (words) => (/^(?:true|false)$/i.test(words) ? words : JSON.stringify(words.trim())),
    ),
  ];
  const own =
    edits.find((edit) => edit.range.start <= range.start && range.start <= edit.range.end) ?? edits[0];
  if (own) {
    yield {
      cause: say('names and text need double quotes in JSON, and nothing else is read'),
      range: own.range,
      fixes: [
        fix(
          edits.length === 1
            ? say('Write it as JSON has it')
            : say('Write {0} places as JSON has them', edits.length),
          edits,
        ),
      ],
    };
  }
}
