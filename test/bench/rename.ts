import { generators } from '../../src/core/generators';
import type { Site } from '../../src/core/generators/generator';
import { readHeader } from '../../src/core/index/readHeader';
import { Report } from '../../src/core/report/report';
import { renameTerm } from '../../src/core/terms/renameTerm';
import { timeInTurn } from './measure';
import { atMost, ms, row, times } from './row';

const COUNT = 10_000;

/** Reading a header takes a forecast; a rename reads each before and after, and looks for the name in both. */
const BUDGET = 4;

/** The commonest tag in many reports, beside reading their headers as the index does. */
export function benchRename(): void {
  const generator = generators.jekyll;
  const site: Site = { generator, version: generator.newest, config: { timeZone: 'UTC' } };
  const files = Array.from({ length: COUNT }, (_, number): [path: string, text: string] => [
    `_posts/2024-05-${String((number % 28) + 1).padStart(2, '0')}-report-${String(number)}.md`,
    `---\nlayout: post\ntitle: "Report ${String(number)}"\ndate: 2024-05-01 09:30:00 +0200\n${tagsOf(number)}\n---\n`,
  ]);
  let renamed = 0;
  const timings = timeInTurn(
    {
      read: () => {
        files.forEach(([path, text]) => readHeader(text, path, site, 0));
      },
      rename: () => {
        renamed = 0;
        for (const [path, text] of files) {
          const report = new Report(text, path, generator);
          renamed += renameTerm(report, site, 'tags', ['aws'], 'data science').edits.length > 0 ? 1 : 0;
        }
      },
    },
    5,
    1,
  );
  if (renamed !== COUNT) {
    throw new Error(`Only ${String(renamed)} reports were renamed.`);
  }
  const ratio = timings.rename.median / timings.read.median;
  row(`reading ${String(COUNT)} headers`, ms(timings.read.median));
  row(
    `rename of a tag in all of them`,
    `${ms(timings.rename.median)}, ${times(ratio)}`,
    atMost(ratio, BUDGET),
  );
}

/** In each of the forms that people write. */
function tagsOf(number: number): string {
  switch (number % 3) {
    case 0:
      return `tags: [aws, 'tag ${String(number % 500)}', ops]`;
    case 1:
      return `tags:\n  - cloud # all of it\n  - aws\n  - tag${String(number % 500)}`;
    default:
      return `tags: aws tag${String(number % 500)}`;
  }
}
