/** Writes a report of about `size` bytes, in the shape that people give theirs: talks with bullets, quotes and links. */
export function sampleReport(size: number): string {
  const head = [
    '---',
    'layout: post',
    'title: "Harbour days: notes from two days of small bundles"',
    'date: 2026-06-12 09:30:00 +0200',
    'author: Ann Onym',
    "tags: ['javascript', 'performance', 'data science', conference]",
    'excerpt_separator: <!--more-->',
    'comments: true',
    '---',
    '',
    'Two days by the water with *many* talks and one question: what can go? See the [programme](https://conf.example/2026).',
    '',
    '<!--more-->',
    '',
    '## Key take-aways',
    '',
    '* **Measure first.** The slow part was never the part that we had in mind.',
    '* Delete before you optimise; see `bundle --why`.',
    '* People read the first screen and nothing else.',
    '',
    '## Talks',
    '',
  ].join('\n');
  const talk = (number: number) =>
    [
      `### Deleting a megabyte, part ${String(number)} - Ingrid Solheim`,
      '',
      '> "The best request is the one that nobody makes."',
      '',
      '- **Start with the list**: what is in there, who asked for it, and [since when](https://conf.example/slides.pdf)?',
      '- Half of it came in with one import; the other half *because of it*.',
      '  - Even the polyfills had polyfills.',
      '',
      'A team of four took three weeks. They kept a table of what each change gave, and stopped when it gave nothing more.',
      '',
    ].join('\n');
  let text = head;
  for (let number = 1; text.length < size; number++) {
    text += talk(number);
  }
  return text;
}
