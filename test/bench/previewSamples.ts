import { sampleReport } from './samples';

/** A report in two states that differ by a letter in a take-away: what a writer's key press makes of it. */
export interface Edited {
  readonly name: string;
  /**
   * The report after so many key presses, always as long.
   * @param edit not negative
   */
  readonly at: (edit: number) => string;
  /** In milliseconds, for the host's part and for the page's; null for none. */
  readonly budget: number | null;
}

const SIZES = [
  ['5 kB', 5_000, 16],
  ['100 kB', 100_000, 16],
  ['1 MB', 1_000_000, 100],
] as const;

/** Reports of three sizes: with their talks, with all of the text as excerpt, and of take-aways alone. */
export const EDITED: readonly Edited[] = SIZES.flatMap(([name, size, budget]) => [
  edited(`${name}, talks`, sampleReport(size), budget),
  edited(`${name}, whole post as excerpt`, sampleReport(size).replace('\n<!--more-->', ''), budget),
  edited(`${name}, take-aways`, takeaways(size), budget),
]);

function edited(name: string, text: string, budget: number): Edited {
  const [before = '', after = ''] = text.split('in mind');
  return { name, budget, at: (edit) => `${before}in mind ${String(edit % 10_000).padStart(4, '0')}${after}` };
}

/** A report that has one take-away after another. */
function takeaways(size: number): string {
  const [head = ''] = sampleReport(0).split('## Talks');
  let text = head;
  for (let number = 1; text.length < size; number++) {
    text += `* **Number ${String(number)}**: what is [written down](https://conf.example/${String(number)}) stays; see \`notes\`.\n`;
  }
  return text;
}
