import { nearDuplicates } from '../../src/core/index/nearDuplicates';
import { Spellings } from '../../src/core/index/spellings';
import type { Tag } from '../../src/core/index/tagIndex';
import { timeInTurn } from './measure';
import { ms, row } from './row';

const TAGS = 20_000;
const ROUNDS = 15;

/** What tags are written like: words, two words, other capitals, accents, plurals. */
const FORMS: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `${word} science`,
  (word) => `${word}-Science`,
  (word) => word.toUpperCase(),
  (word) => `${word}s`,
  (word) => `données ${word}`,
  (word) => `${word}.js`,
  (word) => `${word} 2026`,
];

/** So many different tags, a fifth of them spelt otherwise than another one. */
function someTags(count: number): Tag[] {
  return Array.from({ length: count }, (_none, number) => {
    const word = `${'kloud data perl rust note'.split(' ')[number % 5] ?? ''}${Math.floor(number / 40)
      .toString(26)
      .replace(/\d/g, 'q')}`;
    const form = FORMS[Math.floor(number / 5) % FORMS.length] ?? String;
    return { name: `${form(word)}${number % 7 === 0 ? ` ${String(number)}` : ''}`, count: 1 + (number % 40) };
  });
}

/** Near-duplicates among 20,000 tags, and what a rule asks of them. */
export function benchSpelling(): void {
  console.log(`\nSpelling: ${String(TAGS)} tags`);
  const tags = [...new Map(someTags(TAGS * 3).map((tag) => [tag.name, tag])).values()].slice(0, TAGS);
  const spellings = new Spellings();
  for (const { name, count } of tags) {
    for (let report = 0; report < count; report++) {
      spellings.add([name], 1);
    }
  }
  const others = spellings.without(new Set());
  others.alike('');
  const asked = tags.slice(0, 100).map(({ name }) => `${name.slice(0, 2)}${name.slice(3)}`);
  const times = timeInTurn(
    {
      search: () => nearDuplicates(tags),
      sort: () => tags.map(({ name }) => name.toLowerCase()).sort(),
      ask: () => asked.map((name) => [others.alike(name), others.oneLetterFrom(name)]),
    },
    ROUNDS,
    1,
  );
  const groups = nearDuplicates(tags).length;
  row(`near-duplicates of ${String(tags.length)} tags (${String(groups)} groups)`, ms(times.search.median), {
    text: '≤ 100 ms',
    met: times.search.median <= 100,
  });
  row('beside sorting their names', ms(times.sort.median));
  row('other spellings of a tag, and what it may be a slip for', ms(times.ask.median / asked.length));
}
