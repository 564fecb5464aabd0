import assert from 'node:assert/strict';
import type { RuleCode } from '../../../src/core/rules/rule';
import { applyEdits } from '../../../src/core/text';
import { assertFinding, check, post } from '../support';

const jekyll = 'title: Hello';

function said(code: RuleCode, body: string, header = jekyll): number {
  return check('jekyll', post(header, body)).filter((finding) => finding.code === code).length;
}

describe('heading-jump', () => {
  it('finds a heading that goes down by more than one level', () => {
    assertFinding('jekyll', 'heading-jump', post(jekyll, 'Intro.\n\n## A\n\n⟦####⟧ B ####\n\nText.\n'), {
      severity: 'info',
      message: 'This heading skips a level: it is of level 4, below one of level 2.',
      fixed: post(jekyll, 'Intro.\n\n## A\n\n### B ####\n\nText.\n'),
    });
    assertFinding('hugo', 'heading-jump', post(`${jekyll}\ndate: 2019-07-23`, 'A\n=\n\n  ⟦###⟧ B\n'), {
      severity: 'info',
      message: 'This heading skips a level: it is of level 3, below one of level 1.',
      fixed: post(`${jekyll}\ndate: 2019-07-23`, 'A\n=\n\n  ## B\n'),
    });
  });

  it('raises those that follow alike, so that they stay where they are below it', () => {
    const text = post(jekyll, 'Intro.\n\n## A\n\n#### B\n\n##### C\n\n#### D\n\n### E\n\n## F\n');
    const [finding] = check('jekyll', text);
    assert.equal(
      applyEdits(text, finding?.fixes[0]?.edits ?? []),
      post(jekyll, 'Intro.\n\n## A\n\n### B\n\n#### C\n\n### D\n\n### E\n\n## F\n'),
    );
  });

  it('is silent about the first heading, ways up, bold lines, code, quotes and comments', () => {
    for (const body of [
      '#### A\n\nText.\n',
      '# A\n\n## B\n\n### C\n\n# D\n\n## E\n',
      '### A\n\n# B\n',
      '## A\n\n**B**\n\n### C\n',
      '# A\n\n```sh\n### B\n```\n\n    #### C\n',
      '# A\n\n> ### B\n',
      '# A\n\n<!--\n### B\n-->\n',
      '# A\n\n#### \n\n####B\n',
    ]) {
      assert.equal(said('heading-jump', body), body.includes('#### \n') ? 1 : 0, body);
    }
  });

  it('takes what stands in the tags of a generator around code for code', () => {
    const code = '## A\n\nOPEN\n\n#### then\n\nCLOSE\n\n### B\n\n##### C\n\nText.\n';
    const written = (open: string, close: string) => code.replace('OPEN', open).replace('CLOSE', close);
    for (const [generator, body, jumps] of [
      ['jekyll', written('{% highlight ruby %}', '{% endhighlight %}'), ['#####']],
      ['jekyll', written('{% highlight ruby linenos %} # x', 'end {%- endhighlight -%}'), ['#####']],
      ['jekyll', written('```liquid\n{% highlight ruby %}', '{% endhighlight %}\n```'), ['#####']],
      ['jekyll', written('{{< highlight ruby >}}', '{{< /highlight >}}'), ['####', '#####']],
      ['hugo', written('{{< highlight ruby >}}', '{{< /highlight >}}'), ['#####']],
      ['hugo', written('{{% highlight ruby "linenos=table" %}}\r', '{{% / highlight %}}\r'), ['#####']],
      ['hugo', written('{{</* highlight ruby */>}}', '{{</* /highlight */>}}'), ['####', '#####']],
    ] as const) {
      const text = post('title: Hello\ndate: 2019-07-23', body);
      assert.deepEqual(
        check(generator, text)
          .filter(({ code }) => code === 'heading-jump')
          .map(({ range }) => text.slice(range.start, range.end)),
        jumps,
        body,
      );
    }
  });

  it('does not take front matter that is not closed for headings', () => {
    assert.deepEqual(
      check('jekyll', '---\n# A\n#### B\ntitle: Hello\n').filter(({ code }) => code === 'heading-jump'),
      [],
    );
  });
});

const talks =
  '## Talks\n\n### Golden paths by Astrid Holm\n\nGood.\n\n### Paved roads by Keiran Doyle\n\nBetter.\n';

describe('missing-takeaways', () => {
  it('finds a report of talks with nothing to take home', () => {
    assertFinding('jekyll', 'missing-takeaways', post('title: ⟦Hello⟧', `Intro.\n\n${talks}`), {
      severity: 'hint',
      message: 'This report of 2 talks has no key take-aways.',
    });
    assertFinding(
      'jekyll',
      'missing-takeaways',
      `---\n---\nIntro.\n\n${talks.replace(/### .*Holm/, '⟦$&⟧')}`,
      {
        severity: 'hint',
        message: 'This report of 2 talks has no key take-aways.',
      },
    );
  });

  it('is silent where there are some, in whatever form', () => {
    for (const more of [
      '## Key take-aways\n\n- One\n',
      '## Takeaways\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
      '## Take-aways\n',
      '## Conclusion\n\nFine.\n',
      '## What I took for lessons\n\nFine.\n',
      '**Summary:** fine.\n',
      'TL;DR: fine.\n',
      '## Fazit\n\nGut.\n',
    ]) {
      assert.equal(said('missing-takeaways', `Intro.\n\n${talks}\n${more}`), 0, more);
    }
  });

  it('is silent about one talk, other texts, and what is not published', () => {
    assert.equal(said('missing-takeaways', 'Intro.\n\n## Golden paths by Astrid Holm\n\nGood.\n'), 0);
    assert.equal(said('missing-takeaways', 'Intro.\n\n## Install\n\nSo.\n\n## Use\n\nSo.\n'), 0);
    assert.equal(
      said('missing-takeaways', 'Intro.\n\n## Sessions\n\n### Cookies\n\nSo.\n\n### Tokens\n\nSo.\n'),
      0,
    );
    assert.equal(said('missing-takeaways', `Intro.\n\n${talks}`, `${jekyll}\npublished: false`), 0);
  });
});

describe('missing-speaker', () => {
  const three = `${talks}\n### Small teams - Maren Oltmanns\n\nBest.\n`;

  it('finds the talk that names no speaker', () => {
    assertFinding(
      'jekyll',
      'missing-speaker',
      post(jekyll, `Intro.\n\n${three}\n### ⟦The boring database⟧\n\nIt was fun.\n`),
      {
        severity: 'hint',
        message: 'This talk names no speaker, as 3 of 4 do: write “The boring database by …”.',
      },
    );
  });

  it('finds it among items', () => {
    const items =
      '- **Golden paths** by Astrid Holm: good\n- **Paved roads** by Keiran Doyle: better\n- **Small teams** by Maren Oltmanns\n';
    assertFinding(
      'jekyll',
      'missing-speaker',
      post(jekyll, `Intro.\n\n## Talks\n\n${items}- **⟦Boring databases⟧**: fun\n`),
      {
        severity: 'hint',
        message: 'This talk names no speaker, as 3 of 4 do: write “Boring databases by …”.',
      },
    );
  });

  it('is silent about what is no talk, and what may name a speaker in another way', () => {
    for (const other of [
      '### Introduction\n\nHello.\n',
      '### Lunch\n\nSoup.\n',
      '### Conclusion\n\nFine.\n',
      '### Day 2\n\nMore.\n',
      '### Lightning talks\n\nMany.\n',
      '### Panel on pipelines\n\nMany.\n',
      '### The keynote\n\nGood.\n',
      '### Ada Lovelace: engines\n\nGood.\n',
      '### Engines, with Ada\n\nGood.\n',
      '### Engines\n\nAda Lovelace\n',
      '### Engines\n\n*Ada Lovelace, Babbage Ltd.*\n\nGood.\n',
      '### Engines\n\nSpeaker: ada\n',
      '### Engines\n\nby [@ada](https://example.org)\n',
    ]) {
      assert.equal(said('missing-speaker', `Intro.\n\n${three}\n${other}`), 0, other);
    }
  });

  it('is silent where few others do, outside sections of talks, and in what is not published', () => {
    const anonymous = '\n### The boring database\n\nIt was fun.\n';
    assert.equal(said('missing-speaker', `Intro.\n\n${talks}${anonymous}`), 0);
    assert.equal(said('missing-speaker', `Intro.\n\n${three}${anonymous.repeat(3)}`), 0);
    assert.equal(
      said('missing-speaker', `Intro.\n\n${three.replace('## Talks', '## Friday')}${anonymous}`),
      0,
    );
    assert.equal(said('missing-speaker', `Intro.\n\n${three}${anonymous}`, `${jekyll}\npublished: false`), 0);
  });
});
