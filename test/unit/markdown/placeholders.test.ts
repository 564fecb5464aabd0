import assert from 'node:assert/strict';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { post, read } from '../support';
import type { Circumstances } from '../support';

const excerptOf = (name: GeneratorName, body: string, circumstances?: Circumstances) =>
  read(name, post('title: T\ndate: 2019-07-23', body), circumstances).excerpt;

/** The placeholders in HTML, as `kind: text`. */
function placeholders(html: string): string[] {
  return Array.from(
    html.matchAll(/<span data-placeholder="(\w+)">([^<]*)<\/span>/g),
    ([, kind = '', text = '']) =>
      `${kind}: ${text.replaceAll('&#60;', '<').replaceAll('&#62;', '>').replaceAll('&#34;', '"').replaceAll('&#39;', "'")}`,
  );
}

describe('placeholders for what a template would show', () => {
  const liquid: readonly [body: string, shown: readonly string[], text: string][] = [
    ['a {{ site.time }} b', ['liquid: {{ site.time }}'], 'a b'],
    ['a {{ site.data.x | join: ", " }} b', ['liquid: {{ site.data.x | join: ", " }}'], 'a b'],
    ['{{ page.title }} {{ "x" | upcase }}', [], 'T X'],
    ['{% raw %}{{ x }}{% endraw %}', [], '{{ x }}'],
    ['{% comment %}x{% endcomment %}a', [], 'a'],
    ['{% highlight ruby %}\nputs {{ nothing }}\n{% endhighlight %}', ['liquid: {{ nothing }}'], 'puts'],
    ['`{{ nothing }}` a', ['liquid: {{ nothing }}'], '`` a'],
    ['{% assign x = "" %}{{ x }}a', [], 'a'],
    ['a <b title="{{ nothing }}">b</b>', [], 'a b'],
  ];
  for (const [body, shown, text] of liquid) {
    it(`Jekyll: ${JSON.stringify(body)}`, () => {
      const excerpt = excerptOf('jekyll', body);
      assert.deepEqual(placeholders(excerpt.html), shown);
      assert.equal(excerpt.text, text);
    });
  }

  it('Jekyll: what ends the build or is not closed is shown as far as it goes', () => {
    for (const body of [
      'a {% if %} b',
      'a {{ x b',
      'a {% x',
      '{% endfor %} a',
      'a {% youtube x %}',
      'a {% include_relative x.md %}',
      '{% for x in y %} a',
    ]) {
      const { html, text } = excerptOf('jekyll', body);
      assert.equal(text, '', body);
      assert.match(html, /a/, body);
      assert.match(html, /<span data-placeholder="liquid">/, body);
    }
  });

  const shortcodes: readonly [body: string, shown: readonly string[], text: string][] = [
    ['a {{< youtube abc >}} b', ['shortcode: {{< youtube abc >}}'], 'a b'],
    ['{{< vimeo 12 >}}\n\ntext', ['shortcode: {{< vimeo 12 >}}'], 'text'],
    ['a {{% gone x %}} b', ['shortcode: {{% gone x %}}'], 'a b'],
    ['a {{</* youtube x */>}} b', [], 'a {{< youtube x >}} b'],
    ['[x]({{< youtube abc >}})', [], 'x'],
  ];
  for (const [body, shown, text] of shortcodes) {
    it(`Hugo: ${JSON.stringify(body)}`, () => {
      const excerpt = excerptOf('hugo', body, { config: { shortcodes: null } });
      assert.deepEqual(placeholders(excerpt.html), shown);
      assert.equal(excerpt.text, text);
    });
  }

  it('Hugo: they do not change where the summary ends', () => {
    const words = (count: number) => 'word '.repeat(count);
    const body = `${words(34)}{{< youtube a >}} ${words(34)}\n\n${words(5)}\n\nrest\n`;
    const { html, text } = excerptOf('hugo', body);
    assert.deepEqual(placeholders(html), ['shortcode: {{< youtube a >}}']);
    assert.equal(text.split(' ').length, 73);
  });

  it('Hugo: a figure is an image with its caption', () => {
    const { html } = excerptOf('hugo', '{{< figure src="/a.png" caption="All of *them*" title="B" >}}\n');
    assert.match(
      html.replace(/\s+/g, ' '),
      /^<figure><img src="\/a.png" alt="All of them"><figcaption> <h4>B<\/h4><p>All of <em>them<\/em><\/p> <\/figcaption> <\/figure>$/,
    );
  });

  it('Hugo: nothing of a figure gets out of an attribute', () => {
    for (const body of [
      '[x]({{< figure src="a" alt=" onclick=alert(1) " >}})',
      '![x]({{< figure src="onerror=alert(1)" title="b" >}})',
      '[x](a "{{< figure src="b" alt=" onclick=alert(1) " >}}")',
      '{{< figure src="javascript:alert(1)" link="javascript:alert(1)" alt="\\" onerror=\\"alert(1)" >}}',
    ]) {
      const { html } = excerptOf('hugo', body);
      assert.doesNotMatch(html.replace(/"[^"]*"/g, '""'), /onclick|onerror/, html);
      assert.doesNotMatch(html, /(?:href|src)="javascript:/);
    }
  });

  it('an element that brings something in from elsewhere', () => {
    const { html, text } = excerptOf('jekyll', '<iframe src="https://e.org/x"></iframe>\n');
    assert.deepEqual(placeholders(html), ['html: <iframe src="https://e.org/x">']);
    assert.equal(text, '');
  });

  it('no note writes one itself, and none runs on', () => {
    const { html } = excerptOf('jekyll', '<span data-placeholder="liquid">a</span> \uE0F00\uE0F1 {{ x }}\n');
    assert.equal(html.match(/data-placeholder/g)?.length, 2);
    assert.equal(
      placeholders(excerptOf('jekyll', `a {{ ${'x'.repeat(1000)} }}`).html)[0]?.length,
      'liquid: …'.length + 200,
    );
    const many = excerptOf('jekyll', '{{ x }} '.repeat(5_000)).html;
    assert.equal(placeholders(many).length, 1_000);
  });
});

describe('targets that a template makes', () => {
  const config = { origin: 'https://e.org', basePath: '/blog' };
  const targets: readonly [name: GeneratorName, body: string, target: string][] = [
    ['jekyll', '[x]({{ site.baseurl }}/a.png)', '/blog/a.png'],
    ['jekyll', '[x]({{ site.url }}{{ site.baseurl }}/a.png)', 'https://e.org/blog/a.png'],
    ['jekyll', "[x]({{ '/a.png' | relative_url }})", '/blog/a.png'],
    ['jekyll', "[x]({{ 'a.png' | absolute_url }})", 'https://e.org/blog/a.png'],
    ['jekyll', "[x]({{ 'https://a.org/b' | relative_url }})", 'https://a.org/b'],
    ['jekyll', '[x]({% post_url 2019-07-23-report %})', '/_posts/2019-07-23-report'],
    ['jekyll', '[x]({% link _posts/2019-07-23-report.md %}#y)', '/_posts/2019-07-23-report.md#y'],
    ['jekyll', '[x]({{ page.nothing }}/a)', ''],
    ['hugo', '[x]({{< relref "report.md" >}})', 'report.md'],
    ['hugo', '[x]({{< ref path="report.md" >}})', 'report.md'],
    ['hugo', '[x]({{< gone "report.md" >}})', ''],
  ];
  for (const [name, body, target] of targets) {
    it(`${name}: ${body}`, () => {
      const { html } = excerptOf(name, body, { config: { ...config, shortcodes: null } });
      assert.equal(/ href="([^"]*)"/.exec(html)?.[1], target, html);
    });
  }

  it('jekyll: an unknown host and path are empty', () => {
    assert.match(excerptOf('jekyll', '![x]({{ site.url }}{{ site.baseurl }}/a.png)').html, / src="\/a.png"/);
    // Jekyll 4.4.1 makes nothing of nothing here.
    assert.match(excerptOf('jekyll', "![x]({{ '' | relative_url }})").html, / src=""/);
  });
});
