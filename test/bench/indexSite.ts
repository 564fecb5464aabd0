import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TagIndex } from '../../src/core/index/tagIndex';
import { sampleReport } from './samples';

/** How many tags a site has, however many reports. */
export const TAG_COUNT = 20_000;

/** Words that tags are made of, some in two parts. */
const WORDS = [
  'cloud',
  'data science',
  'aws',
  'node.js',
  'edge',
  'type',
  'rust',
  'build',
  'web',
  'C#',
  'ops',
  'mobile',
];

const SPEAKERS = Array.from({ length: 300 }, (_, number) => `Speaker ${String(number)} Solheim`);
const EVENTS = Array.from({ length: 80 }, (_, number) => `Harbour Days ${String(number)}`);

/** The tag of a number; those with small numbers are used most. */
export function tagName(number: number): string {
  return `${WORDS[number % WORDS.length] ?? ''} ${String(number)}`;
}

/**
 * The tags of a report of a site: some that many have, and enough of the others for all tags to be used.
 * @param count of the site's reports
 */
export function tagsOfReport(number: number, count: number): string[] {
  const rare = Math.max(1, Math.ceil(TAG_COUNT / count));
  const popular = [1, 2, 3].map((n) => Math.floor(200 * ((number * n * 0.618034) % 1) ** 3));
  const own = Array.from({ length: rare }, (_, at) => (number * rare + at) % TAG_COUNT);
  return [...new Set([...popular, ...own])].map(tagName);
}

/** The index of a site's tags, without its files: for what only asks the index. */
export function tagIndexOf(count: number): TagIndex {
  const index = new TagIndex();
  for (let number = 0; number < count; number++) {
    index.set(pathOfReport(number), tagsOfReport(number, count), Date.UTC(2012, 0, 1 + (number % 4800)));
  }
  return index;
}

/** Headers in the forms that people write. */
export function headerOfReport(number: number, count: number): string {
  const tags = tagsOfReport(number, count);
  const day = new Date(Date.UTC(2012, 0, 1 + (number % 4800))).toISOString().slice(0, 10);
  const forms = [
    `tags: [${tags.join(', ')}]`,
    `tags:\n${tags.map((tag) => `  - ${tag}`).join('\n')}`,
    `tags: [${tags.map((tag) => `"${tag}"`).join(', ')}]`,
    `tags: ${tags.map((tag) => tag.replaceAll(' ', '-')).join(' ')}`,
  ];
  return [
    '---',
    ...(number % 3 === 0 ? ['layout: post'] : []),
    `title: "Harbour days ${String(number)}: notes from two days of small bundles"`,
    `date: ${day}${number % 2 === 0 ? ' 09:30:00 +0200' : ''}`,
    `author: ${SPEAKERS[number % 7] ?? ''}`,
    ...(number % 2 === 0 ? [`event: ${EVENTS[number % EVENTS.length] ?? ''}`] : []),
    ...(number % 10 === 0 ? [`venue: Hall ${String(number)} by the old harbour`] : []),
    ...(number % 5 === 0 ? [`speakers: [${SPEAKERS[number % SPEAKERS.length] ?? ''}]`, 'city: Bergen'] : []),
    forms[number % forms.length] ?? '',
    ...(number % 4 === 0 ? ['categories: [conference]', 'excerpt_separator: <!--more-->'] : []),
    'comments: true',
    '---',
    '',
  ].join('\n');
}

/** The path of a report in its site. */
export function pathOfReport(number: number): string {
  const day = new Date(Date.UTC(2012, 0, 1 + (number % 4800))).toISOString().slice(0, 10);
  return `_posts/${day}-harbour-days-${String(number)}.md`;
}

/** Writes a Jekyll site of reports of about 4 KB. */
export function writeSite(folder: string, count: number): void {
  mkdirSync(join(folder, '_posts'), { recursive: true });
  writeFileSync(join(folder, '_config.yml'), 'title: Notes\ntimezone: Europe/Oslo\n');
  const body = sampleReport(3600).replace(/^---[^]*?\n---\n/, '');
  for (let number = 0; number < count; number++) {
    writeFileSync(join(folder, pathOfReport(number)), headerOfReport(number, count) + body);
  }
}
