import { jekyll } from '../../src/core/generators/jekyll';
import { completeTags } from '../../src/core/complete/tags';
import { tagContext } from '../../src/core/cursor/context';
import { TagIndex } from '../../src/core/index/tagIndex';
import { timeInTurn } from './measure';
import { atMost, ms, row, times } from './row';

const REPORTS = 100_000;
const TAGS = 20_000;

/**
 * A list of tags to complete, in a workspace of 100,000 reports with 20,000 tags, the commonest of which are in the list.
 * That may take 5 ms, about what it takes to sort as many numbers: a slow machine is slow at both.
 */
export function benchTags(): void {
  console.log(`\nTag completion among ${String(TAGS)} tags of ${String(REPORTS)} reports`);
  const index = sampleIndex();
  const common = index
    .counts()
    .slice(0, 5)
    .map(({ name }) => name);
  const offer = (typed: string, isOfSite: (name: string) => boolean = () => true) => {
    const text = `---\ntitle: T\ntags: [${common.join(', ')}, ${typed}]\n---\n`;
    const context = tagContext(text, text.indexOf(']'));
    return (
      context &&
      completeTags(context, {
        index,
        ownFile: null,
        isOfSite,
        termKey: (name) => jekyll.terms.keyOf(name, jekyll.newest),
      })
    );
  };
  const numbers = Array.from({ length: TAGS }, (_, i) => Math.sin(i));
  const { sorted, ...ours } = timeInTurn(
    {
      sorted: () => [...numbers].sort((a, b) => a - b),
      'nothing typed': () => offer(''),
      'a letter typed': () => offer('s'),
      'a word typed': () => offer('tag 12'),
      'another site’s tags': () => offer('', (name) => name.endsWith('7')),
    },
    50,
    1,
  );
  row('as many numbers sorted (median)', ms(sorted.median));
  for (const [name, { median, p95 }] of Object.entries(ours)) {
    const ratio = median / sorted.median;
    row(`${name}: median, p95, ratio`, `${ms(median)}, ${ms(p95)}, ${times(ratio)}`, atMost(ratio, 1));
  }
}

/** Five tags a report, the tenth of them as often used as the first ten times over; in every report other ones. */
function sampleIndex(): TagIndex {
  const index = new TagIndex();
  let seed = 20_260_612;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let report = 0; report < REPORTS; report++) {
    const tags = Array.from({ length: 5 }, () => `tag ${String(Math.floor(TAGS ** random()))}`);
    // So that none is missing.
    tags.push(`tag ${String(report % TAGS)}`);
    index.set(`file:///site/_posts/${String(report)}.md`, tags, report * 3_600_000);
  }
  return index;
}
