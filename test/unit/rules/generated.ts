import fc from 'fast-check';
import { generators } from '../../../src/core/generators';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { bytesOf, ENGINES, recordedFiles } from '../../conformance';
import { NOW } from '../support';
import type { Place } from './mended';

/** Fields as people write them, rightly and wrongly, in YAML. */
const YAML = [
  'title: Hello', 'title: Day 1: keynotes', 'title: Report:', 'title: "Hello', "title: 'It's here'", 'title: "AWS" and "Azure"', 'title: [Draft] Day 1', 'title: @re notes', 'title: *Notes* from',
  'title: > notes', 'title: - Day 1', 'title: C# and # more', 'title: "" ', 'title:', 'title: 2019', 'title: yes', 'title: 1.10', 'title: ~', 'title: {a: b}', 'title: &x Hello', 'titel: Hello', 'Title: Hello',
  'title: |\n  Two\n  lines', 'title: "Two\nlines"', 'title:\u00a0Hello', 'title : Hello', '"title": Hello', 'title: Hello # comment',
  'date: 2019-07-23', 'date: 23.07.2019', 'date: 03/07/2019', 'date: 2019-13-01', 'date: 2019-02-30', 'date: 2019-02-30 10:00:00 -0800', 'date:', 'date: ""', 'date: # soon', 'date: July 3, 2019', 'date: 2019-7-3', 'date: "2019-7-3"',
  'date: 2019-07-23 10:00', 'date: 2019-07-23 10:00:00', 'date: 2019-07-23 10:00:00 +0200', 'date: 2019-07-23T10:00:00Z', 'date: 2019', 'date: 20190723', 'date: 3000-01-01', 'date: tomorrow', 'date: [2019-07-23]', 'date: 2019-07-23 10:00 pm', 'dat: 2019-07-23', 'Date: 2019-07-23', 'date: 1563840000',
  'publishDate: 2019-07-23', 'expiryDate: 2019-7-23', 'lastmod: 23. 7. 2019', 'last_modified_at: x',
  'tags: aws, cloud', 'tags: aws cloud', 'tags: aws; data science', 'tags: "aws, cloud"', 'tags: [aws, cloud]', 'tags: [aws, cloud', 'tags: [aws\n', 'tags:\n- aws\n- cloud', 'tags:\n  -aws\n  -cloud', 'tags: -aws -cloud', 'tags:\n- aws, cloud',
  'tags: ["a, b"]', 'tags:\n  - "a, b"', 'tags: [a, 1, yes, 2019-07-23, ~]', 'tags: [a, A, a]', 'tags: {a: b}', 'tags: 7', 'tags:', 'tags: []', 'tags:\n- a\n  b', 'tags: [a: b]', 'tag: aws', 'Tags: [aws]', 'tagss: [aws]', 'tags:\n - &x a, b', 'tags: > \n  aws, cloud', 'tags:\n- [a, b]',
  'categories: a, b', 'categories: [a]', 'categories: 7', 'category: a b', 'categories: {a: b}',
  'draft: true', 'draft: yes', 'draft: "true"', 'draft: false', 'draft: maybe', 'draft: True # not yet', 'draft:', 'drafts: true', 'Draft: true', 'published: false', 'published: "false"', 'published: no', 'published: true', 'published:', 'published: 0', 'publish: false', 'publish: no',
  'excerpt_separator: <!--more-->', 'excerpt_separator: "@@"', 'excerpt-separator: <!--more-->', 'excerpt_separator: ""', 'excerpt_separator: <!-- more -->', 'excerpt: Short', 'description: Text', 'summary: Text', 'decription: Text',
  'layout: post', ' layout: post', '  layout: post', '\tlayout: post', 'layout: [post', '# comment', '#comment: [', '', 'x: &a [1]', 'y: *a', '<<: *a', '- x', 'x', '? x', 'x: !t y', 'x:y', '"x: y', 'x: y"', 'permalink: /:title/', 'slug: a b', 'author: Ann', 'authors: [Ann, Bo]', 'author:\n  name: Ann', 'comments: on', 'time: 12:30', 'url: /a', '%x', '@x: y', '\u00a0x: y', 'x: "a\\q"', 'x: {a: b', 'x: }',
]; // prettier-ignore

const TOML = [
  'title = "Hello"', "title = 'Hello'", 'title = ""', 'title = 2019', 'title = "Hello', 'title = Hello', 'titel = "Hello"', 'Title = "Hello"', '"title" = "Hello"', 'title = """\nHello\n"""',
  'date = 2019-07-23', 'date = "2019-07-23"', 'date = 2019-07-23T10:00:00Z', 'date = 2019-07-23T10:00:00', 'date = "2019-7-3"', 'date = "23.07.2019"', 'date = ""', 'date = 2019', 'date = 2019-02-30', 'date = "2019-02-30"', 'date = 3000-01-01', 'dat = 2019-07-23', 'date = 10:00:00', 'date = true', 'expiryDate = "1.2.2019"',
  'tags = ["aws", "cloud"]', 'tags = "aws, cloud"', "tags = 'aws; cloud'", 'tags = ["aws, cloud"]', 'tags = []', 'tags = [1, 2]', 'tags = ["a", "A"]', 'tags = [["a"]]', 'tags = [\n  "a, b",\n]', 'tag = "aws"', 'tagss = ["aws"]', 'categories = "a, b"', '[taxonomies]\ntags = ["a"]',
  'draft = true', 'draft = "yes"', 'draft = "true"', 'draft = false', 'drafts = true', 'published = false', 'publishDate = 2019-07-23', 'description = "Text" # comment', 'summary = "Text"', '# comment', '', 'author = "Ann"', 'authors = ["Ann"]', '[params]\nx = 1', 'x.y = 1', 'layout = "post"', 'x = ', 'x',
]; // prettier-ignore

const JSON_FIELDS = [
  '"title": "Hello"', '"title": ""', '"title": 2019', '"title": null', '"titel": "Hello"', '"Title": "Hello"', '"date": "2019-07-23"', '"date": "2019-7-3"', '"date": "23.07.2019"', '"date": ""', '"date": 2019', '"date": null', '"date": "2019-02-30"', '"date": "3000-01-01"', '"dat": "2019-07-23"',
  '"tags": ["aws", "cloud"]', '"tags": "aws, cloud"', '"tags": ["aws, cloud"]', '"tags": []', '"tags": [1, "a", null]', '"tags": ["a", "A"]', '"tag": "aws"', '"tagss": ["aws"]', '"tags": {"a": 1}', '"categories": "a, b"', '"draft": true', '"draft": "yes"', '"draft": "true"', '"drafts": true', '"published": false', '"publishDate": "2019-07-23"', '"summary": "Text"', '"author": "Ann"', '"x": {"y": [1]}', '"x": ', '"description": "Text"',
]; // prettier-ignore

const BODY = [
  'First paragraph.', 'Second paragraph\nof two lines.', '<!--more-->', '<!-- more -->', '<!--More-->', '<!--- more -->', '@@', '## Takeaways', '## Takeaways\n\n- ', '## Takeaways\n\n- A point', '# A title', '## Talk by Ann Onym', '#### Deep', '- one\n- two', '```\n<!-- more -->\n```', '{{ page.title }}', '{% if x %}', '{% nope %}', '{{< nope >}}', '> Quote', '![Image](a.png)', '---', 'TODO', 'Lorem ipsum dolor sit amet', '<div>\n', '1. one', '## Talk (Bo Tiful)\n\nText', '<!--more--> Text', 'Text <!--more--> text',
]; // prettier-ignore

/** Small reports with slips, in each format; some with another fence than they should have, and some with CRLF. */
export const slipText: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 5, arbitrary: yaml() },
    {
      weight: 2,
      arbitrary: textOf(
        fc.constantFrom('+++\n', '+++\n', '+++ \n', '\n+++\n'),
        fc
          .array(fc.constantFrom(...TOML), { maxLength: 5 })
          .map((lines) => lines.map((line) => `${line}\n`).join('')),
        fc.constantFrom('+++\n', '+++\n', '+++\n\n', '', '++++\n'),
      ),
    },
    {
      weight: 2,
      arbitrary: textOf(
        fc.constantFrom('{', '{\n  ', '{ '),
        fc
          .tuple(
            fc.array(fc.constantFrom(...JSON_FIELDS), { maxLength: 5 }),
            fc.constantFrom(', ', ',\n  ', ',\n'),
          )
          .map(([fields, comma]) => fields.join(comma)),
        fc.constantFrom('}\n', '\n}\n', '\n}\n\n', ' }\n'),
      ),
    },
  )
  .chain((text) => fc.constantFrom(text, text, text.replaceAll('\n', '\r\n')));

function yaml(): fc.Arbitrary<string> {
  return textOf(
    fc.oneof(
      { weight: 8, arbitrary: fc.constant('---\n') },
      { weight: 2, arbitrary: fc.constantFrom('--- \n', '\n---\n', ' ---\n', '----\n', 'Text.\n\n---\n', '\ufeff---\n', '--- # x\n', '---yaml\n', '') },
    ),
    fc.array(fc.constantFrom(...YAML), { maxLength: 6 }).map((lines) => lines.map((line) => `${line}\n`).join('')),
    fc.oneof(
      { weight: 8, arbitrary: fc.constant('---\n') },
      { weight: 2, arbitrary: fc.constantFrom('---\n\n', '...\n', '', '----\n', '--- \n', '---text\n', '--\n') },
    ),
  ); // prettier-ignore
}

function textOf(
  ...header: [open: fc.Arbitrary<string>, header: fc.Arbitrary<string>, close: fc.Arbitrary<string>]
) {
  const body = fc.array(fc.constantFrom(...BODY), { maxLength: 4 }).map((parts) => parts.join('\n\n'));
  const end = fc.constantFrom('\n', '\n', '');
  return fc.tuple(...header, body, end).map((parts) => parts.join(''));
}

const PATHS: Readonly<Record<GeneratorName, readonly string[]>> = {
  jekyll: ['_posts/2019-07-23-report.md', '_posts/2018-01-01-report.md', '_drafts/report.md'],
  hugo: ['content/posts/report.md', 'content/posts/2019-07-23-report.md'],
  generic: ['notes/report.md'],
};

/** Each generator, with the versions whose rules differ, and the places of reports; a counterexample names them shortly. */
export const PLACES: readonly (Place & { readonly [fc.toStringMethod]: () => string })[] = [
  ...Object.values(ENGINES),
  { generator: 'generic' as const, version: '' },
].flatMap(({ generator, version }) =>
  PATHS[generator].map((path) => ({
    site: { generator: generators[generator], version, config: { timeZone: 'UTC' } },
    path,
    now: NOW,
    [fc.toStringMethod]: () => `${generator} ${version}, ${path}`,
  })),
);

export const place = fc.constantFrom(...PLACES);

const recordedTexts = [
  ...new Set(recordedFiles().flatMap(([, { cases }]) => cases.map((each) => bytesOf(each).toString()))),
];

/** Recorded posts with a slip or two near the top, where the front matter is. */
export const mutatedText = fc
  .tuple(
    fc.constantFrom(...recordedTexts),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(6),
        fc.constantFrom('---', ': ', '"', "'", '[', ']', ',', '\n', '\t', ' ', '# ', '-', '\u00a0', '@', '*', 'x', '\r\n', '{', '}', '%', '&', '!', 'title', 'tags', 'draft', '2019', 'yes', '<!--more-->'),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((changed, [spot, removed, added]) => {
      const at = spot % (Math.min(changed.length, 150) + 1);
      return changed.slice(0, at) + added + changed.slice(at + removed);
    }, text),
  ); // prettier-ignore
