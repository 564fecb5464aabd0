import assert from 'node:assert/strict';
import { post, read } from '../support';

function takeaways(body: string): string[] {
  return read('jekyll', post('title: Hello', body)).report.takeaways.items.map((item) => item.markdown);
}

describe('take-aways', () => {
  const headings = [
    'Key take-aways', 'Takeaways', 'Key Takeaways', 'KEY TAKEAWAYS:', 'Take-aways', 'My takeaways', 'Major Takeaways', 'Overall takeaways', 'Takeaways and tips', 'The key takeaway',
    '🔑 Key take-aways', '4. Take aways', '**Takeaways**', 'TL;DR', 'TLDR', 'Highlights', 'Lessons learned', 'Lessons learnt', 'Things learned', 'Learnings', 'What I learned', 'What we learned',
    'Summary', 'Conclusion', 'Conclusions', 'Final thoughts', 'Wrap up', 'Wrapping up', 'Closing thoughts', 'What’s next', 'Next steps', 'Action items', 'Fazit', 'Mein Fazit',
  ]; // prettier-ignore
  for (const heading of headings) {
    it(`under “${heading}”`, () => {
      assert.deepEqual(takeaways(`Intro.\n\n## ${heading}\n\n* One\n* Two\n\n## Rest\n\n* Three\n`), [
        'One',
        'Two',
      ]);
    });
  }

  it('not under other headings', () => {
    for (const heading of [
      'Introduction',
      'Summary of the keynote',
      'Take-off',
      'Talks',
      'Awaystakes',
      'Conclusive evidence',
      'Agenda',
    ]) {
      assert.deepEqual(takeaways(`## ${heading}\n\n* One\n`), []);
    }
  });

  it('under a line in bold and under a heading with an underline', () => {
    assert.deepEqual(takeaways('Intro.\n\n**Key takeaways:**\n\n- One\n'), ['One']);
    assert.deepEqual(takeaways('Key takeaways\n-------------\n\n- One\n'), ['One']);
  });

  it('trusts an explicit heading more than a conclusion that comes first', () => {
    assert.deepEqual(takeaways('## Summary\n\n- S\n\n## TL;DR\n\n- T\n\n## Takeaways\n\n- One\n'), ['One']);
  });

  it('passes over an empty section for the next best', () => {
    assert.deepEqual(takeaways('## Takeaways\n\n## Conclusion\n\n- One\n'), ['One']);
  });

  it('prefers bullets where headings are trusted alike', () => {
    assert.deepEqual(takeaways('## Summary\n\nText.\n\n## Conclusion\n\n- One\n'), ['One']);
  });

  it('does not take the talks of a report for take-aways because of its title', () => {
    assert.deepEqual(takeaways('# Takeaways from the summit\n\nIntro.\n\n## Talk\n\nText.\n'), []);
    assert.deepEqual(takeaways('# Lessons learned from the summit\n\n- One\n\n## Talk\n\nText.\n'), ['One']);
  });

  it('takes bullets and not what is nested in them', () => {
    assert.deepEqual(takeaways('## Takeaways\n\nLead:\n\n- One\n  - detail\n- Two\n  more\n\n1. Three\n'), [
      'One',
      'Two\nmore',
      'Three',
    ]);
  });

  it('takes sub-headings, and paragraphs where there is nothing else', () => {
    assert.deepEqual(takeaways('## Takeaways\n\n### One\n\nText.\n\n### Two\n\nText.\n'), ['One', 'Two']);
    assert.deepEqual(takeaways('## Takeaways\n\nFirst.\n\nSecond.\n'), ['First.', 'Second.']);
  });

  it('finds labels where no section has any', () => {
    assert.deepEqual(
      takeaways('## Talk\n\nText.\n\n**Takeaway:** Be brief.\n\n- Key take-away: Be kind.\n'),
      ['Be brief.', 'Be kind.'],
    );
  });

  it('is not fooled by code and comments', () => {
    assert.deepEqual(takeaways('```\n## Takeaways\n- no\n```\n\n<!--\n## Takeaways\n\n- no\n-->\n'), []);
  });

  it('tells where each stands', () => {
    const { report } = read('jekyll', '---\r\ntitle: Hello\r\n---\r\n## Takeaways\r\n\r\n* One\r\n* Two\r\n');
    assert.deepEqual(
      report.takeaways.items.map(({ range }) => report.text.slice(range.start, range.end)),
      ['* One', '* Two'],
    );
  });

  it('knows headings of the user’s own', async () => {
    const { Report } = await import('../../../src/core/report/report');
    const { generators } = await import('../../../src/core/generators');
    const text = post('title: Hello', '## À retenir\n\n- Un\n');
    const report = new Report(text, 'a.md', generators.hugo, { takeawayHeadings: ['à retenir'] });
    assert.deepEqual(
      report.takeaways.items.map((item) => item.markdown),
      ['Un'],
    );
  });
});
