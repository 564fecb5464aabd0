import type { SyntaxProblem } from '../../frontMatter/tree';
import { readFrontMatter } from '../../frontMatter/read';
import { say } from '../../message';
import { Report } from '../../report/report';
import { applyEdits } from '../../text';
import type { TextEdit } from '../../text';
import { hasTextBehindFence } from './fences';
import type { Rule, RuleContext, RuleFinding } from '../rule';
import { yamlCauses } from './yamlCauses';
import type { YamlCause } from './yamlLine';
import { subject } from '../names';

/** Problems with which libyaml reads the header all the same, without a part of it. */
const DROPS_A_PART: ReadonlySet<string> = new Set(['BAD_ALIAS', 'REST']);

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
      const message = site.generator.failure(
        say('the front matter must be fields, each with its value: `title: …`'),
        forecast.outcome,
      );
      return [{ message, range: cause.range ?? { start: 0, end: 0 }, fixes: [] }];
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
    const problem = frontMatter.problems[0];
    const broken = forecast.outcome === 'bare' || forecast.outcome === 'build-error';
    if (!problem) {
      // Bytes that are not UTF-8 are told of elsewhere.
      const isEncoding = cause?.range === report.options.invalidUtf8;
      return broken && cause?.code === 'syntax' && cause.range && forecast.reason && !isEncoding
        ? [{ message: forecast.reason, range: cause.range, fixes: [] }]
        : [];
    }
    const known = frontMatter.format === 'yaml' ? likeliest(context, problem) : null;
    const reason = known?.cause ?? parserReason(problem);
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

/** How many possible causes are tried: each costs a reading of the header. */
const MAX_TRIES = 20;

/** How much is read for them in all (UTF-16 code units): a header of a thousand lines gets fewer tries. */
const MAX_READ = 100_000;

/**
 * The first cause whose fix makes the header readable; else the first one, without a fix: what does not mend the
 * header is not offered.
 */
function likeliest(context: RuleContext, problem: SyntaxProblem): YamlCause | null {
  const { report } = context;
  let first: YamlCause | null = null;
  const maxTries = Math.min(MAX_TRIES, MAX_READ / report.header.length);
  let tries = 0;
  for (const cause of yamlCauses(report, problem)) {
    if (maxTries >= 1 && cause.fixes.some((fix) => mends(context, fix.edits))) {
      return cause;
    }
    first ??= { ...cause, fixes: [] };
    if (++tries >= maxTries) {
      break;
    }
  }
  return first;
}

/** The parser's own words, fitted into a sentence. */
function parserReason(problem: SyntaxProblem) {
  const reason = problem.reason
    .replace(/\s+/g, ' ')
    .replace(/ at line \d+, column \d+:?.*$/, '')
    .trim();
  return say('{0}', reason.slice(0, 1).toLowerCase() + reason.slice(1));
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

function mends({ report, site, now }: RuleContext, edits: readonly TextEdit[]): boolean {
  const text = applyEdits(report.text, edits);
  const fence = report.generator.readFence(text);
  if (fence.kind !== 'closed') {
    return false;
  }
  const before = report.frontMatter?.problems.length ?? 0;
  const { root, problems } = readFrontMatter(text, fence.fence, report.generator.readYaml);
  // What is left must be another line's: `"title: Hello"` is as broken as `"title: Hello`.
  const line = Math.max(...edits.map((edit) => edit.range.end));
  const behind = line + text.length - report.text.length;
  const lineEnd = text.indexOf('\n', behind);
  if (problems.length === 0) {
    // The generator may have reasons of its own to refuse what the parser reads.
    const mended = new Report(text, report.path, site.generator, report.options);
    return root?.kind === 'map' && site.generator.forecast(mended, site, now).cause?.code !== 'syntax';
  }
  return (
    root?.kind === 'map' &&
    problems.length < before &&
    problems.every((problem) => lineEnd >= 0 && problem.range.start > lineEnd)
  );
}
