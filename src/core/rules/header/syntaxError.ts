import type { SyntaxProblem } from '../../frontMatter/tree';
import { readFrontMatter } from '../../frontMatter/read';
import { say } from '../../message';
import { Report } from '../../report/report';
import { applyEdits } from '../../text';
import type { Range, TextEdit } from '../../text';
import { hasTextBehindFence } from './fences';
import type { Rule, RuleContext, RuleFinding } from '../rule';
import type { SyntaxCause } from './syntax/cause';
import { jsonCauses } from './syntax/jsonCauses';
import { plainReason } from './syntax/plainReason';
import { tomlCauses } from './syntax/tomlCauses';
import { yamlCauses } from './syntax/yamlCauses';
import { subject } from '../shared/names';
import { DROPS_A_PART } from '../shared/fields';

/** Front matter that the generator cannot read, or reads only in part. */
export const syntaxError: Rule = {
  code: 'syntax-error',
  severity: 'error',
  check(context): RuleFinding[] {
    const { report, site, forecast } = context;
    const { frontMatter } = report;
    const cause = forecast.cause;
    // What ends the build is told of elsewhere, and a file that is not read has no errors.
    const isReadAtAll = forecast.outcome !== 'skipped' && cause?.code !== 'liquid';
    if (!frontMatter || !isReadAtAll || hasTextBehindFence(report)) {
      return [];
    }
    if (cause?.code === 'not-a-map') {
      const range = cause.range ?? { start: 0, end: 0 };
      const known = likeliest(context, { code: 'NOT_A_MAP', reason: '', range });
      const reason = known?.cause ?? say('the front matter must be fields, each with its value: `title: …`');
      const message = site.generator.failure(reason, forecast.outcome);
      return [{ message, range: known?.range ?? firstLine(report, range), fixes: known?.fixes ?? [] }];
    }
    if (cause?.code === 'field-type' && cause.range) {
      return [
        {
          message: site.generator.failure(
            say('categories must be words or a list of them'),
            forecast.outcome,
          ),
          range: cause.range,
          fixes: [],
        },
      ];
    }
    if (cause?.code === 'holds-itself' && cause.range) {
      const message = site.generator.failure(say('a list holds itself'), forecast.outcome);
      return [{ message, range: cause.range, fixes: [] }];
    }
    const broken = forecast.outcome === 'bare' || forecast.outcome === 'build-error';
    const problem = frontMatter.problems[0] ?? ownProblem(context, broken);
    if (!problem) {
      return [];
    }
    const known = likeliest(context, problem);
    const isForecast = problem.code === FORECAST;
    if (isForecast && !known && forecast.reason) {
      return [{ message: forecast.reason, range: problem.range, fixes: [] }];
    }
    const reason = known?.cause ?? plainReason(problem, frontMatter.format);
    const range = visible(known?.range ?? problem.range, report.text.length);
    const fixes = known?.fixes ?? [];
    // Where a draft's header cannot be read, it will be lost once the draft is published.
    const isLostLater = forecast.outcome === 'hidden' && !DROPS_A_PART.has(problem.code);
    if (!broken && !isLostLater) {
      return [
        {
          severity: 'warning',
          message: say('{0} will drop a part of the front matter: {1}.', subject(site.generator), reason),
          range,
          fixes,
        },
      ];
    }
    return [{ message: site.generator.failure(reason, forecast.outcome), range, fixes }];
  },
};

/** Marks what the parser here reads and the generator does not, so that only the forecast tells of it. */
const FORECAST = 'FORECAST';

/** What the generator has reasons of its own to refuse; bytes that are not UTF-8 are told of elsewhere. */
function ownProblem({ report, forecast }: RuleContext, broken: boolean): SyntaxProblem | undefined {
  const { cause } = forecast;
  const isEncoding = cause?.range === report.options.invalidUtf8;
  return broken && cause?.code === 'syntax' && cause.range && !isEncoding
    ? { code: FORECAST, reason: '', range: cause.range }
    : undefined;
}

function firstLine({ lines }: Report, { start }: Range): Range {
  return { start, end: lines.rangeOf(lines.lineAt(start)).end };
}

/** How many possible causes are tried: each costs a reading of the header. */
const MAX_TRIES = 30;

/** How much is read for them in all (UTF-16 code units): a header of a thousand lines gets fewer tries, a larger one none. */
const MAX_READ = 100_000;

/** A line that no person writes: the time of the patterns that look for causes grows with its square. */
const MAX_LINE = 5_000;

/**
 * The first cause whose fix makes the header readable; else one whose fix leaves only what stands further below; else the first
 * one, without a fix: what mends nothing is not offered.
 * @param isNext it is asked what will be told once a fix is made
 */
function likeliest(context: RuleContext, problem: SyntaxProblem, isNext = false): SyntaxCause | null {
  const { header } = context.report;
  if (header.length > MAX_READ || header.split(/[\n\r]/).some((line) => line.length > MAX_LINE)) {
    return null;
  }
  const maxTries = Math.min(MAX_TRIES, MAX_READ / header.length);
  let first: SyntaxCause | null = null;
  let partly: SyntaxCause | null = null;
  let tries = 0;
  for (const cause of causesOf(context, problem)) {
    if (cause.isCertain) {
      return cause;
    }
    const mended = cause.fixes.map((fix) => ({ fix, how: mends(context, problem, fix.edits) }));
    const fixes = (wanted: Mending) => mended.filter(({ how }) => how === wanted).map(({ fix }) => fix);
    if (mended.some(({ how }) => how === 'whole')) {
      return { ...cause, fixes: fixes('whole') };
    }
    partly ??= mended.some(({ how }) => how === 'part') ? { ...cause, fixes: fixes('part') } : null;
    first ??= { ...cause, fixes: [] };
    if (++tries >= maxTries) {
      break;
    }
  }
  return partly && !isNext ? withoutUseless(context, partly) : (partly ?? first);
}

/** The cause with those fixes after which its own line is not named again. */
function withoutUseless(context: RuleContext, cause: SyntaxCause): SyntaxCause {
  const { report, site, now } = context;
  const line = (of: Report, { start }: Range) => of.lines.lineAt(start);
  return {
    ...cause,
    fixes: cause.fixes.filter(({ edits }) => {
      const after = new Report(applyEdits(report.text, edits), report.path, site.generator, report.options);
      const [problem] = after.frontMatter?.problems ?? [];
      const forecast = site.generator.forecast(after, site, now);
      const left = problem && (likeliest({ ...context, report: after, forecast }, problem, true) ?? problem);
      return !left || line(after, left.range) !== line(report, cause.range);
    }),
  };
}

/** The header can be read as a whole; or only what stands further below is broken now. */
type Mending = 'whole' | 'part';

function causesOf({ report, site }: RuleContext, problem: SyntaxProblem): Iterable<SyntaxCause> {
  switch (report.frontMatter?.format) {
    case 'yaml':
      return yamlCauses(report, problem, site.generator);
    case 'toml':
      return tomlCauses(report, problem);
    default:
      return jsonCauses(report, problem);
  }
}

/** An empty range is widened to the character before or behind it, so that it can be seen. */
function visible(range: SyntaxProblem['range'], length: number): SyntaxProblem['range'] {
  if (range.end > range.start) {
    return range;
  }
  return range.start < length
    ? { start: range.start, end: range.start + 1 }
    : { start: Math.max(0, range.start - 1), end: range.start };
}

function mends(
  { report, site, now }: RuleContext,
  problem: SyntaxProblem,
  edits: readonly TextEdit[],
): Mending | null {
  const text = applyEdits(report.text, edits);
  const fence = report.generator.readFence(text);
  if (edits.length === 0 || fence.kind !== 'closed') {
    return null;
  }
  const before = report.frontMatter?.problems.length ?? 0;
  const { root, problems } = readFrontMatter(text, fence.fence, report.generator.readYaml);
  // What is left must be another line's: `"title: Hello"` is as broken as `"title: Hello`.
  const line = Math.max(...edits.map((edit) => edit.range.end));
  const growth = text.length - report.text.length;
  const lineEnd = text.indexOf('\n', line + growth);
  const [left] = problems;
  if (!left) {
    // The generator may have reasons of its own to refuse what the parser reads.
    const mended = new Report(text, report.path, site.generator, report.options);
    const { cause, outcome } = site.generator.forecast(mended, site, now);
    const isRead = root?.kind === 'map' && cause?.code !== 'syntax' && cause?.code !== 'not-a-map';
    // What it writes stops the build in its turn: a date of what was none.
    const stop = outcome === 'build-error' ? cause?.range : null;
    const stops = ({ range: { start }, newText }: TextEdit) =>
      stop && start <= stop.end && stop.start <= start + newText.length;
    return isRead && !edits.some(stops) ? 'whole' : null;
  }
  // A parser that stops at its first problem tells of the next one only then.
  const spot = Math.max(problem.range.start, report.frontMatter?.problems[0]?.range.start ?? 0);
  const isFurther = problems.length < before || left.range.start > spot + growth;
  // A text alone is no front matter, whatever is mended below.
  const areFields = root === null || root.kind === 'map';
  return areFields && isFurther && problems.every(({ range }) => lineEnd >= 0 && range.start > lineEnd)
    ? 'part'
    : null;
}
