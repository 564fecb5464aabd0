import assert from 'node:assert/strict';
import matter from 'gray-matter';
import { formatMessage } from '../../../src/core/message';
import { read } from '../support';

/** The reference itself, as tools call it. No text here names a language that is run. */
function reference(
  text: string,
): { data: { [key: string]: string | number | boolean | object | null }; content: string } | null {
  try {
    return matter(text, {});
  } catch {
    return null;
  }
}

describe('the generic generator reads as gray-matter does', () => {
  const texts = [
    '---\ntitle: Hello\ndate: 2019-07-23\ntags: [a, b]\n---\nText.\n',
    '\ufeff---\r\ntitle: Hello\r\n---\r\nText.\r\n',
    '---\ntitle: 12:30\ntags: [yes, 1.10, 0o14, 010, 2019-07-23, null, ~]\ndate: 2019-07-23 10:00:00\n---\n',
    '---\ntitle: "Hello"\ntags: aws, cloud\ndate: 2019-07-23 10:00\n---\n',
    '---\ntitle: Hello\ntags: {a: 1}\ndate: 2019-02-30\n---\n',
    '---\ntitle: Hello\ndate: 2019-13-01\n---\n',
    '---\ntitle: Hello\ndate: 2019-07-23T10:00:00+02:00\n---\n',
    '---\ntitle: Hello\n--- end\nText.\n',
    '---\ntitle: Hello\n----\nText.\n',
    '----\ntitle: Hello\n---\nText.\n',
    '---\ntitle: a: b\n---\nText.\n',
    '---\ntitle: One\ntitle: Two\n---\nText.\n',
    '---\ntitle: Hello\n',
    '---\ntitle: Hello\n\nText: with colon\n',
    '---\ntitle: Hello\nText\n',
    '---json\n{"title": "Hello", "tags": ["a"]}\n---\nText.\n',
    '---json\n{"title": }\n---\nText.\n',
    '---toml\ntitle = "Hello"\n---\nText.\n',
    '---YAML\ntitle: Hello\n---\nText.\n',
    '--- yaml\ntitle: Hello\n---\nText.\n',
    '---yml\ntitle: Hello\n---\nText.\n',
    '---unknown\ntitle: Hello\n---\nText.\n',
    '---\n- a\n- b\n---\nText.\n',
    '---\nhello world\n---\nText.\n',
    '---\n# nothing\n---\nText.\n',
    '---\n---\nText.\n',
    '---',
    '---\n',
    '--- \ntitle: Hello\n---\n',
    '',
    'Text.\n',
    '+++\ntitle = "Hello"\n+++\n',
    ' ---\ntitle: Hello\n---\n',
    '---\ntitle: &a Hello\ntags: [*a, *a]\n---\n',
    '---\n<<: {title: Hello}\n---\n',
    '---\n"title" : Hello\n? tags\n: [a]\n---\n',
    '---\ntags:\n\t- a\n---\n',
  ];
  for (const text of texts) {
    it(JSON.stringify(text), () => {
      const { forecast, report } = read('generic', text);
      const expected = reference(text);
      const isText = !/^\ufeff?---(?!-)/.test(text);
      assert.equal(forecast.outcome, isText ? 'text' : expected ? 'published' : 'build-error');
      assert.equal(forecast.reason === null, forecast.outcome === 'published');
      if (!expected || isText) {
        return;
      }
      const { title = null, date, tags = null } = expected.data;
      assert.equal(forecast.title, title === null || typeof title === 'object' ? null : String(title));
      // JSON writes dates as we do.
      assert.deepEqual(JSON.parse(JSON.stringify(forecast.tags)), JSON.parse(JSON.stringify(tags)));
      if (date instanceof Date) {
        assert.equal(Date.parse(forecast.date ?? ''), date.getTime());
      }
      if (report.fence.kind === 'closed') {
        assert.equal(text.slice(report.body), expected.content);
      }
    });
  }

  it('reads nothing of a header that would be run, and runs nothing', () => {
    const { forecast } = read('generic', '---js\n{title: "Hel" + "lo"}\n---\nText.\n');
    assert.deepEqual([forecast.outcome, forecast.title, forecast.tags], ['published', null, null]);
  });

  it('cuts an excerpt where the report declares a separator that stands in the text', () => {
    const text = '---\nexcerpt_separator: <!--more-->\n---\nFirst one.\n\n<!--more-->\n\nSecond.\n';
    const { excerpt } = read('generic', text);
    assert.deepEqual(
      [excerpt.from, excerpt.markdown, excerpt.text, excerpt.truncated, excerpt.wholePost],
      ['separator', 'First one.\n\n', 'First one.', true, false],
    );
    assert.equal(read('generic', text.replace('\n<!--more-->', '')).excerpt.from, 'none');
    assert.equal(read('generic', '---\ntitle: Hello\n---\nA.\n\n<!--more-->\n\nB.\n').excerpt.from, 'none');
  });

  it('takes the excerpt that the front matter gives', () => {
    const { excerpt } = read('generic', '---\nexcerpt: By <b>hand</b>\n---\nText.\n');
    assert.deepEqual([excerpt.from, excerpt.text, excerpt.html], ['front-matter', 'By hand', 'By hand']);
  });

  it('says why', () => {
    const reason = (text: string) => {
      const { forecast } = read('generic', text);
      return forecast.reason && formatMessage(forecast.reason);
    };
    assert.equal(reason('Text.\n'), 'There is no front matter: the whole file is text.');
    assert.equal(reason('---\na: b: c\n---\n'), 'The site generator cannot read the front matter.');
  });
});
