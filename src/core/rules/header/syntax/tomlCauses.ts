import type { SyntaxProblem } from '../../../frontMatter/tree';
import type { Report } from '../../../report/report';
import type { SyntaxCause } from './cause';
import {
  bulletBefore, colonSign, commentMark, duplicate, missingSign, openTable, oddName, twoOnOneLine, wordAlone, yamlInPluses,
} from './tomlLines'; // prettier-ignore
import {
  bracesGoOn, brackets, commas, commentedItem, dashedItems, markBehind, openList, unquotedItems,
} from './tomlLists'; // prettier-ignore
import {
  emptyValue,
  oddBlank,
  openText,
  quotesInText,
  textGoesOn,
  unquotedText,
  unreadDate,
} from './tomlText';
import { tomlLine } from './tomlLine';
import type { TomlDetector, TomlSpot } from './tomlLine';

/** How far above the parser's spot the cause is looked for: what is open is noticed further on. */
const LINES_ABOVE = 10;

/** What is looked for, the plainest first. */
const detectors: readonly TomlDetector[] = [
  yamlInPluses,
  oddBlank,
  dashedItems,
  colonSign,
  bulletBefore,
  commentMark,
  markBehind,
  twoOnOneLine,
  quotesInText,
  textGoesOn,
  openText,
  bracesGoOn,
  openList,
  brackets,
  commas,
  commentedItem,
  unquotedItems,
  unreadDate,
  unquotedText,
  emptyValue,
  openTable,
  missingSign,
  oddName,
  wordAlone,
];

/** Finds what may have caused a problem in TOML: the likeliest first; see `yamlCauses`. */
export function* tomlCauses(report: Report, problem: SyntaxProblem): Generator<SyntaxCause> {
  if (report.fence.kind !== 'closed') {
    return;
  }
  const { lines } = report;
  const { header } = report.fence.fence;
  const first = lines.lineAt(header.start);
  const last = lines.lineAt(Math.max(header.start, header.end - 1));
  const spot: TomlSpot = { report, problem, first, last };
  const own = Math.min(lines.lineAt(problem.range.start), last);
  if (problem.reason.includes('multiple times')) {
    const twice = duplicate(spot, own);
    if (twice) {
      yield twice;
    }
    return;
  }
  for (const detect of detectors) {
    for (let number = own; number >= Math.max(first, own - LINES_ABOVE); number--) {
      const line = tomlLine(report, number);
      const found = line && detect(line, spot);
      if (found) {
        yield* 'cause' in found ? [found] : found;
      }
    }
  }
}
