import { jekyll } from '../../src/core/generators/jekyll';
import { completeTags } from '../../src/core/tags/complete';
import { tagContext } from '../../src/core/tags/context';
import { TagIndex } from '../../src/core/tags/tagIndex';
import { timeInTurn } from './measure';
import { ms, row } from './row';

const REPORTS = 100_000;
const TAGS = 20_000;

/** A list of tags to complete, in a workspace of 100,000 reports with 20,000 tags, the commonest of which are in the list: 5 ms at most. */
export function benchTags(): void {
  console.log(
    `\nTag completion among ${String(TAGS)} tags of ${String(REPORTS)} reports, for which there are 5 ms`,
  );
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
        termKey: (name) => jekyll.termKey(name, jekyll.newest),
      })
    );
  };
  const works = {
    'nothing typed': () => offer(''),
    'a letter typed': () => offer('s'),
    'a word typed': () => offer('tag 12'),
    'another site’s tags': () => offer('', (name) => name.endsWith('7')),
  };
  for (const [name, { median, p95 }] of Object.entries(timeInTurn(works, 50, 1))) {
    row(`${name} (median, p95)`, `${ms(median)}, ${ms(p95)}`);
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
