import { say } from '../../message';
import type { LostOutput } from '../../generators/generator';
import type { Report } from '../../report/report';
import type { Range, TextEdit } from '../../text';
import { lineEndOf } from '../../text';
import type { Fix, Rule, RuleFinding } from '../rule';
import { blockAt, codeSpanAt, isFencedCode } from '../shared/inline';

const RAW = '{% raw %}';
const END_RAW = '{% endraw %}';

/** How many are looked at: who has more of them knows by then. */
const MAX_LOOKED_AT = 200;

/** Text between braces that Liquid takes for a variable, and prints nothing for. */
export const liquidOutput: Rule = {
  code: 'liquid-output',
  severity: 'warning',
  check({ report, site, forecast }): RuleFinding[] {
    const { generator } = site;
    if (forecast.outcome !== 'published' || !generator.lostOutputs) {
      return [];
    }
    // All that one pair of tags mends is told once.
    const wholes = new Map<number, { whole: Range; output: LostOutput; isBlock: boolean }>();
    for (const output of generator.lostOutputs(report, site).slice(0, MAX_LOOKED_AT)) {
      const around = wholeAround(report, output.range);
      if (!wholes.has(around.whole.start)) {
        wholes.set(around.whole.start, { ...around, output });
      }
    }
    return [...wholes.values()].map(({ whole, output: { range, variable }, isBlock }) => ({
      message:
        variable === null
          ? say(
              '{0} will print nothing here: to show the braces, put them between `{1}` and `{2}`.',
              generator.title,
              RAW,
              END_RAW,
            )
          : say(
              '{0} will print nothing here: there is no variable `{1}`. To show the braces, put them between `{2}` and `{3}`.',
              generator.title,
              variable,
              RAW,
              END_RAW,
            ),
      range,
      fixes: rawAround(report, whole, isBlock),
    }));
  },
};

/** What is to be shown as it stands: the code that an output is in, or the output alone. */
function wholeAround(report: Report, range: Range): { whole: Range; isBlock: boolean } {
  const block = blockAt(report, range.start);
  if (block && isFencedCode(report, block)) {
    return { whole: block.range, isBlock: true };
  }
  const start = block?.range.start ?? range.start;
  const span = block && codeSpanAt(report.text.slice(start, block.range.end), range.start - start);
  const whole = span ? { start: start + span.start, end: start + span.end } : range;
  return { whole: whole.end < range.end ? range : whole, isBlock: false };
}

function rawAround({ text }: Report, { start, end }: Range, isBlock: boolean): Fix[] {
  // What is raw already in part would end there.
  if (/\{%-?\s*(?:end)?raw/.test(text.slice(start, end))) {
    return [];
  }
  const gap = isBlock ? lineEndOf(text) : '';
  const edits: TextEdit[] = [
    { range: { start, end: start }, newText: RAW + gap },
    { range: { start: end, end }, newText: gap + END_RAW },
  ];
  return [{ title: say('Put `{0}` and `{1}` around it', RAW, END_RAW), preferred: false, edits }];
}
