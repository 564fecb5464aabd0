// Reports for the tests that look at the preview: each shows one thing that a page must bear.

/** A report with everything that the preview shows. */
export const FULL = `---
layout: post
title: "Harbour Lights 2026: what two days of small systems taught us"
date: 2026-06-18 09:30:00 +0200
event: Harbour Lights
location: Rotterdam
author: Mina Falkenrath
tags: [reliability, edge, accessibility, team habits, team habits, 2026]
excerpt_separator: <!--more-->
categoires: [notes]
---

Two days, one hall and a **lighthouse** that still works: *Harbour Lights* is about systems that run for decades. All
notes of [the first evening](2026-06-17-harbour-lights-eve.md) and [the programme](https://lights.example/2026) are out.

![The hall, seen from the pier](/assets/pier.png) ![A sketch that was never scanned](/assets/sketch.png) ![](https://elsewhere.example/badge.png)

- [x] Hand in the travel costs
- [ ] Ask about the \`--slow\` flag[^flag]

| System | Years | Restarts |
| :-- | --: | :-: |
| Lock gates | 41 | 3 |
| Tide board | 12 | 118 |

\`\`\`sh
tide --since 1985 | sort --key=restarts | head -n 3 # and this line is longer than any preview that stands beside an editor
\`\`\`

> The best pager is the one that nobody has to carry.

{% include speaker-card.html name="Mina" %}

[^flag]: It waits for the tide.

<!--more-->

## Key take-aways

- **Old is a feature.** What has run for forty years has had forty years of tests.
  - Keep the log of why, not only of what.
  - Write down who to ask:
    - before the move,
    - and after it.
- **Count restarts, not uptime.** The tide board is "up" all the time.
- Slow roll-outs find the bugs that \`canary\` tests do not, see [the talk](https://lights.example/2026/watch/4).
- Nobody reads a runbook at night; everybody reads *the last line of it*.
- Accessible by default: a board that can be read from the pier can be read by anybody.

## Talks

### 09:45 Forty Years of Lock Gates by Ingrid Solheim-Bakke

[Slides](https://lights.example/2026/gates.pdf) · [Video](https://lights.example/2026/watch/1)

The gates have been moved by the same relay logic since 1985, and the spare parts are older than the team.

- A relay cannot be patched, so it was never patched badly.

### 11:00 Who Winds the Clock? by Adaeze Nwokolo & Pilar Quintero

[Video](https://lights.example/2026/watch/4)

On duties that nobody has written down, and what happens in the week after somebody leaves.

##### Questions

- Is there a clock at all?

### 14:30 Boards That Can Be Read from the Pier by Tomasz Wierzba

A board is read in the rain, at night, and by people without their glasses.

### The Last Hour

Nobody is named for it.
`;

const front = (lines: string): string => `---\nlayout: post\n${lines}\n---\n\n`;

/** Arabic, written from right to left; made up for this test. */
export const ARABIC = `${front('title: "أضواء المرفأ ٢٠٢٦: يومان عن الأنظمة الصغيرة"\ndate: 2026-06-19\nevent: أضواء المرفأ\nlocation: الإسكندرية\ntags: [موثوقية, أنظمة, edge]\nexcerpt_separator: <!--more-->')}يومان وقاعة واحدة ومنارة ما زالت تعمل. هذه ملاحظاتي عن \`edge\` والأنظمة القديمة.

- النقطة الأولى
- النقطة الثانية

> أفضل جرس هو الذي لا يرن.

<!--more-->

## Key take-aways

- **القديم ميزة.** ما عمل أربعين عاما اختبر أربعين عاما.
  - اكتب السبب أيضا.
- عد مرات إعادة التشغيل، لا ساعات العمل.
- A line in English stands among them.

## Talks

### أربعون عاما من البوابات by منى فالكن

[Slides](https://lights.example/2026/gates.pdf)

بقيت البوابات تعمل بالمنطق نفسه منذ عام ١٩٨٥.
`;

/** Hebrew, likewise. */
export const HEBREW = `${front('title: "אורות הנמל 2026: יומיים על מערכות קטנות"\ndate: 2026-06-20\ntags: [אמינות, קצה]')}יומיים, אולם אחד ומגדלור שעדיין עובד.

## Key take-aways

- **ישן הוא יתרון.** מה שרץ ארבעים שנה נבדק ארבעים שנה.
- ספרו אתחולים, לא שעות.
`;

const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(
  2,
);

/** Words that no line is long enough for. */
export const LONG_WORDS = `${front(`title: ${LONG_WORD}\ndate: 2026-06-21\nevent: ${LONG_WORD}\nauthor: ${LONG_WORD}\ntags: [${LONG_WORD}, short]\nexcerpt_separator: <!--more-->`)}${LONG_WORD} and \`${LONG_WORD}\` and [${LONG_WORD}](https://lights.example/${LONG_WORD}).

| ${LONG_WORD} | B |
| --- | --- |
| 1 | ${LONG_WORD} |

{% include ${LONG_WORD}.html %} ![${LONG_WORD}](missing.png)

<!--more-->

## Key take-aways

- ${LONG_WORD}
- **${LONG_WORD}:** \`${LONG_WORD}\`

## Talks

### ${LONG_WORD} by ${LONG_WORD}

[Slides](https://lights.example/${LONG_WORD}.pdf)

${LONG_WORD}.
`;

/** As many take-aways as nobody should have. */
export const MANY = `${front('title: Everything that was said\ndate: 2026-06-22')}All of it.\n\n## Key take-aways\n\n${Array.from({ length: 100 }, (_, n) => `- Point ${String(n + 1)} of a long day.\n`).join('')}`;

/** Nothing yet but the front matter. */
export const BARE = front('title: An evening without notes\ndate: 2026-06-23');

/** A draft. */
export const DRAFT = `---\ntitle: Not yet ready\ndate: 2026-06-24\ndraft: true\n---\n\nA first thought.\n\n## Key take-aways\n\n- Wait.\n`;

/** Front matter that stops the build. */
export const UNBUILDABLE = `${front('title: A post that stops the build\ndate: 2026-13-45')}Text.\n`;

/** A report on which more than one site could claim a hand. */
export const SITELESS = `---\ntitle: A note outside of any site\ndate: 2026-06-25\n---\n\nText.\n\n## Key take-aways\n\n- It is a note.\n`;

/** What {@link FULL} links to. */
export const EVE = `${front('title: The eve of Harbour Lights\ndate: 2026-06-17\nexcerpt_separator: <!--more-->')}An evening on the pier.\n\n<!--more-->\n\n## Key take-aways\n\n- Bring a coat.\n`;
