import type { SyntaxProblem } from '../../../frontMatter/tree';
import type { Generator as SiteGenerator } from '../../../generators/generator';
import type { Report } from '../../../report/report';
import type { SyntaxCause } from './cause';
import { colonWithoutBlank, dashWithoutBlank, noBreakSpace, tabIndent } from './yamlBlanks';
import { headerLine } from './yamlLine';
import type { Detector, HeaderSpot } from './yamlLine';
import {
  equalsSign, forgottenFence, goesOn, listBelowValue, markedFields, mergeMarks, missingColon, noField, otherComment, otherDash, strayIndent, wideColon,
} from './yamlLines'; // prettier-ignore
import { crookedItem, dashesOnOneLine, markAtEnd, quotedWithoutBrackets } from './yamlItems';
import {
  hashInList, missingComma, quoteInList, reservedInList, strayBracket, strayComma, unclosedBracket,
} from './yamlLists'; // prettier-ignore
import { backslash, curlyAround, textAfterQuote, unclosedQuote } from './yamlQuotes';
import { colonInValue, fieldsOnOneLine, reservedStart, starAlone } from './yamlValues';

/** How far above the parser's spot the cause is looked for. */
const LINES_ABOVE = 30;

/**
 * Finds what may have caused a syntax problem: the likeliest first, each on the problem's own line before those above it.
 * @returns nothing where no known shape is found; the parser's reason must do then
 */
export function* yamlCauses(
  report: Report,
  problem: SyntaxProblem,
  generator: SiteGenerator,
): Generator<SyntaxCause> {
  if (report.fence.kind !== 'closed') {
    return;
  }
  if (problem.code === 'BAD_ALIAS') {
    const cause = starAlone(report, problem.range.start);
    if (cause) {
      yield cause;
    }
    return;
  }
  const { lines } = report;
  const { header } = report.fence.fence;
  const first = lines.lineAt(header.start);
  const last = lines.lineAt(Math.max(header.start, header.end - 1));
  const spot: HeaderSpot = { report, problem, first, last };
  const own = Math.min(lines.lineAt(problem.range.start), last);
  // An unclosed quote or bracket shows where the header ends, far from where it was opened.
  const order = [
    own,
    ...range(own - 1, Math.max(first, own - LINES_ABOVE)),
    ...range(Math.min(last, own + LINES_ABOVE), own + 1),
  ];
  for (const detect of detectorsFor(generator)) {
    for (const number of order) {
      const line = headerLine(report, number);
      const found = line && detect(line, spot);
      if (found) {
        yield* 'cause' in found ? [found] : found;
      }
    }
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);
}

const detectors = new WeakMap<SiteGenerator, readonly Detector[]>();

/** What is looked for, the plainest first. */
function detectorsFor(generator: SiteGenerator): readonly Detector[] {
  let found = detectors.get(generator);
  if (!found) {
    found = [
      mergeMarks,
      forgottenFence,
      dashWithoutBlank,
      tabIndent,
      noBreakSpace,
      markedFields,
      wideColon,
      otherDash,
      otherComment,
      quotedWithoutBrackets,
      markAtEnd,
      backslash,
      textAfterQuote,
      unclosedQuote,
      quoteInList,
      missingComma,
      strayComma,
      strayBracket,
      unclosedBracket,
      hashInList,
      reservedInList,
      dashesOnOneLine,
      reservedStart,
      curlyAround,
      fieldsOnOneLine(generator),
      colonInValue,
      colonWithoutBlank,
      equalsSign,
      missingColon(generator),
      goesOn,
      strayIndent,
      crookedItem,
      listBelowValue,
      noField,
    ];
    detectors.set(generator, found);
  }
  return found;
}
