import assert from 'node:assert/strict';
import { convertFrontMatter } from '../../../src/core/convert';
import type { Format } from '../../../src/core/frontMatter/tree';
import type { GeneratorName } from '../../../src/core/generators/generator';
import { formatMessage } from '../../../src/core/message';
import { applyEdits } from '../../../src/core/text';
import { NOW, read } from '../support';
import type { Circumstances } from '../support';

/** The text with its front matter in another format; else why there is none. */
function converted(
  text: string,
  target: Format,
  generator: GeneratorName = 'hugo',
  circumstances: Circumstances = {},
) {
  const { report, site } = read(generator, text, circumstances);
  const conversion = convertFrontMatter(report, site, target, NOW);
  return conversion.edit ? applyEdits(text, [conversion.edit]) : formatMessage(conversion.refusal);
}

const YAML = `---
# About the day
title: "Cloud days: the second one" # keep
date: 2019-07-23 10:00:00 +0200
draft: false
weight: 10
tags: # two at least
  - aws
  # not sure
  - data science

categories: [Talks, 'C#'] # short
event:
  name: Cloud days
  # where
  place: Oslo
speakers:
  - name: Ann
    slides: https://example.org/a
  - name: Bob # late
description: |
  Two lines,
  and "quotes".
# the end
---
Text.
`;

describe('converting front matter', () => {
  it('from YAML to TOML keeps order, comments and values', () => {
    assert.equal(
      converted(YAML, 'toml'),
      `+++
# About the day
title = "Cloud days: the second one" # keep
date = 2019-07-23T10:00:00+02:00
draft = false
weight = 10
tags = [ # two at least
  "aws",
  # not sure
  "data science",
]

categories = ["Talks", "C#"] # short
# where
event = { name = "Cloud days", place = "Oslo" }
speakers = [{ name = "Ann", slides = "https://example.org/a" }, { name = "Bob" }] # late
description = """
Two lines,
and "quotes".
"""
# the end
+++
Text.
`,
    );
  });

  it('from YAML to JSON loses the comments alone', () => {
    assert.equal(
      converted(YAML, 'json'),
      `{
  "title": "Cloud days: the second one",
  "date": "2019-07-23 10:00:00 +0200",
  "draft": false,
  "weight": 10,
  "tags": ["aws", "data science"],
  "categories": ["Talks", "C#"],
  "event": {
    "name": "Cloud days",
    "place": "Oslo"
  },
  "speakers": [
    {
      "name": "Ann",
      "slides": "https://example.org/a"
    },
    {
      "name": "Bob"
    }
  ],
  "description": "Two lines,\\nand \\"quotes\\".\\n"
}
Text.
`,
    );
  });

  it('from TOML to YAML makes maps of tables', () => {
    assert.equal(
      converted(
        `+++
title = 'Say "hi"' # why
date = 2019-07-23
id = 1234567890123456789
version = "1.10"
answer = "no"
ratio = 1.50
tags = ["aws",
  "data, science", # both
]

# The event
[event] # here
name = "Cloud days"
[event.place]
city = "Oslo"

[[speakers]]
name = "Ann"

# the second
[[speakers]]
name = "Bob"
# done
+++

Text.
`,
        'yaml',
      ),
      `---
title: Say "hi" # why
date: 2019-07-23
id: 1234567890123456789
version: "1.10"
answer: "no"
ratio: 1.50
tags:
  - aws
  - data, science # both

# The event
event: # here
  name: Cloud days
  place:
    city: Oslo

speakers:
  - name: Ann

  # the second
  - name: Bob
# done
---

Text.
`,
    );
  });

  it('from JSON writes dates as such', () => {
    const json =
      '{\r\n  "title": "Day",\r\n  "date": "2019-07-23",\r\n  "tags": ["a", "b"]\r\n}\r\nText.\r\n';
    assert.equal(
      converted(json, 'toml'),
      '+++\r\ntitle = "Day"\r\ndate = 2019-07-23\r\ntags = ["a", "b"]\r\n+++\r\nText.\r\n',
    );
    assert.equal(
      converted(json, 'yaml'),
      '---\r\ntitle: Day\r\ndate: 2019-07-23\r\ntags: [a, b]\r\n---\r\nText.\r\n',
    );
  });

  it('puts tables at the end where nothing else follows', () => {
    assert.equal(
      converted(
        '---\ntitle: Day\n# Ours\nparams:\n  a: 1\n  b:\n    c: [x]\nlinks:\n  - url: y # one\n---\n',
        'toml',
      ),
      '+++\ntitle = "Day"\n\n# Ours\n[params]\na = 1\n\n[params.b]\nc = ["x"]\n\n[[links]]\nurl = "y" # one\n+++\n',
    );
  });

  it('writes out what YAML merges and repeats', () => {
    assert.equal(
      converted('---\ntitle: Day\nbase: &b { a: 1 }\nmore:\n  <<: *b\n  c: *b\n---\n', 'toml', 'hugo', {
        version: '0.131',
      }),
      '+++\ntitle = "Day"\nbase = { a = 1 }\n\n[more]\na = 1\nc = { a = 1 }\n+++\n',
    );
  });

  it('makes a comment of a field with nothing behind it', () => {
    assert.equal(
      converted('---\ntitle: Day\nsubtitle: # later\ndate: 2019-07-23\n---\n', 'toml'),
      '+++\ntitle = "Day"\n# subtitle = # later\ndate = 2019-07-23\n+++\n',
    );
  });

  it('keeps empty front matter, a byte order mark and blank lines before it', () => {
    assert.equal(converted('\uFEFF\n\n---\n---\nText.\n', 'toml'), '\uFEFF\n\n+++\n+++\nText.\n');
    assert.equal(converted('---\n---\nText.\n', 'json'), '{}\nText.\n');
    assert.equal(converted('{} Text.\n', 'yaml'), '---\n---\n Text.\n');
  });

  it('takes JSON between dashes as gray-matter does', () => {
    const text = '---json\n{ "title": "Day", "tags": ["a"] }\n---\nText.\n';
    assert.equal(converted(text, 'yaml', 'generic'), '---\ntitle: Day\ntags: [a]\n---\nText.\n');
  });

  it('says why it cannot be done', () => {
    const cases: [string, Format, string][] = [
      ['---\ntitle: Day: one\n---\n', 'toml', 'it cannot be read as it is'],
      ['No front matter\n', 'toml', 'it cannot be read as it is'],
      ['---\ntags: [a, ~]\n---\n', 'toml', 'TOML has no word for nothing'],
      [
        '---\nid: 18446744073709551615\n---\n',
        'toml',
        'TOML’s whole numbers end before `18446744073709551615`',
      ],
      ['---\nid: 1234567890123456789\n---\n', 'json', 'JSON cannot hold the number `1234567890123456789`'],
      ['---\nratio: .inf\n---\n', 'json', 'JSON cannot hold the number `.inf`'],
      ['---\nid: !!str 1\n---\n', 'toml', 'the tag `tag:yaml.org,2002:str` is YAML’s alone'],
    ];
    for (const [text, target, reason] of cases) {
      assert.equal(converted(text, target), reason, text);
    }
  });
});
