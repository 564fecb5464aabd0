import assert from 'node:assert/strict';
import { assertFinding, check, post, read } from '../support';

const title = 'title: Hello';
const unknown = (name: string) =>
  `Jekyll will print nothing here: there is no variable \`${name}\`. To show the braces, put them between \`{% raw %}\` and \`{% endraw %}\`.`;
const unreadable =
  'Jekyll will print nothing here: to show the braces, put them between `{% raw %}` and `{% endraw %}`.';

function said(body: string, header = title): string[] {
  const text = post(header, body);
  return check('jekyll', text)
    .filter(({ code }) => code === 'liquid-output')
    .map(({ range: { start, end } }) => text.slice(start, end));
}

describe('liquid-output', () => {
  it('finds a variable that there is not, and shows its braces', () => {
    const fixed = post(title, 'So {% raw %}{{ name }}{% endraw %} it is.\n');
    assertFinding('jekyll', 'liquid-output', post(title, 'So ⟦{{ name }}⟧ it is.\n'), {
      severity: 'warning',
      message: unknown('name'),
      fixed,
    });
    assert.equal(read('jekyll', fixed).excerpt.text, 'So {{ name }} it is.');
  });

  it('takes the whole span of code', () => {
    assertFinding(
      'jekyll',
      'liquid-output',
      post(title, 'Helm uses `⟦{{ .Values.x }}⟧-{{ .Values.y }}` here.\n'),
      {
        severity: 'warning',
        message: unknown('Values'),
        fixed: post(title, 'Helm uses {% raw %}`{{ .Values.x }}-{{ .Values.y }}`{% endraw %} here.\n'),
      },
    );
  });

  it('takes the whole block of code, and tells of it once', () => {
    const code = '```yaml\na: $⟦{{ secrets.A }}⟧\n\nb: {{ secrets.B }}\n```';
    const mended = `{% raw %}\n${code.replace(/[⟦⟧]/g, '')}\n{% endraw %}`;
    for (const lineEnd of ['\n', '\r\n']) {
      const ended = (text: string) => text.replaceAll('\n', lineEnd);
      assertFinding('jekyll', 'liquid-output', ended(post(title, `Intro.\n\n${code}\n\nText.\n`)), {
        severity: 'warning',
        message: unknown('secrets'),
        fixed: ended(post(title, `Intro.\n\n${mended}\n\nText.\n`)),
      });
    }
  });

  it('finds what Liquid cannot read as a variable', () => {
    for (const output of ['{{< figure src="a.png" >}}', '{{ }}', '{{% note %}}', '{{{ }}']) {
      assertFinding('jekyll', 'liquid-output', post(title, `So ⟦${output}⟧ it is.\n`), {
        severity: 'warning',
        message: unreadable,
        fixed: post(title, `So {% raw %}${output}{% endraw %} it is.\n`),
      });
    }
  });

  it('is silent about variables that there are or may be', () => {
    for (const body of [
      '{{ site.baseurl }}/a.png {{ page.title }} {{ page.whatever }} {{ jekyll.version }} {{ content }} {{ layout.x }}',
      '{% assign x = 1 %}{{ x }}',
      '{{ x }}{% assign x = 1 %}',
      '{% capture x %}a{% endcapture %}{{ x | upcase }}',
      '{% for post in site.posts %}{{ post.url }} {{ forloop.index }}{% endfor %}',
      '{% if page.a %}{% assign y = 2 %}{% endif %}{{ y }}',
      '{% increment n %}{{ n }}',
      '{% include vars.html %}{{ set_there }}',
      '{{ "text" | upcase }} {{ 1 }} {{ nil }}',
      '{{ name | default: "you" }} {{ name | append: "!" }} {{ name | size }}',
    ]) {
      assert.deepEqual(said(`Intro.\n\n${body}\n`), [], body);
    }
    assert.deepEqual(said('{{ name | upcase | escape }} {{ name | translate }}\n'), [
      '{{ name | upcase | escape }}',
      '{{ name | translate }}',
    ]);
  });

  it('is silent where nothing is run, shown or published', () => {
    assert.deepEqual(said('{% raw %}{{ name }}{% endraw %}\n'), []);
    assert.deepEqual(said('{% comment %}{{ name }}{% endcomment %}\n'), []);
    assert.deepEqual(said('{{ name }}\n', `${title}\nrender_with_liquid: false`), []);
    assert.deepEqual(said('{{ name }}\n', `${title}\npublished: false`), []);
    assert.deepEqual(said('{ { name }} { name }\n'), []);
    for (const generator of ['hugo', 'generic'] as const) {
      const found = check(generator, post(`${title}\ndate: 2019-07-23`, '{{ name }}\n'));
      assert.deepEqual(found, []);
    }
  });

  it('leaves to another rule what stops the build', () => {
    const found = check('jekyll', post(title, '{{ name }}\n\n{% nope %}\n'));
    assert.deepEqual(
      found.map(({ code }) => code),
      ['build-stops'],
    );
  });

  it('offers no fix around what is raw in part', () => {
    const [finding] = check(
      'jekyll',
      post(title, 'Intro.\n\n```\n{{ name }}\n{% raw %}{{ a }}{% endraw %}\n```\n'),
    );
    assert.deepEqual([finding?.code, finding?.fixes], ['liquid-output', []]);
  });
});
