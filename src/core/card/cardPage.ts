import { say } from '../message';
import type { Message } from '../message';
import { destinationOf } from '../links/destinations';
import { escapeHtml } from '../markdown/htmlText';
import type { Talk } from '../report/talks';
import { placeOfCard } from './input';
import type { CardInput } from './input';
import { excerptAs, takeawaysAs } from './takeAlong';

/** What is said on the page beside the report's own words. */
export interface CardWords {
  /** Says a message in the user's language. */
  readonly translate: (message: Message) => string;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  /** Lines about the report as a whole: its date, its event, its author. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** How many talks are listed. */
const MAX_TALKS = 500;

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .75rem; margin: 0; }
dt, small { opacity: .75; }
dd { margin: 0; }
li { margin: .35rem 0; }
pre { white-space: pre-wrap; }
pre, blockquote { border-inline-start: 3px solid currentColor; margin-inline: 0; padding-inline-start: 1rem; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: .2rem .5rem; text-align: start; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 11pt; }
  h1, h2 { break-after: avoid; }
  li, tr, pre, blockquote { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 85%; }
}
`;

/**
 * A report card as a page that stands alone: title, facts, excerpt, take-aways and talks. There is no script in it, and it loads
 * nothing; images are links or their text.
 */
export function cardPage(input: CardInput, { translate, language, title, facts }: CardWords): string {
  const name = escapeHtml(title);
  const parts = [
    facts.length > 0
      ? `<dl>\n${facts.map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd>\n`).join('')}</dl>`
      : '',
    section(translate(say('Excerpt')), excerptAs('html', input)),
    section(translate(say('Key take-aways')), takeawaysAs('html', input)),
    section(translate(say('Talks')), talkList(input, translate)),
  ];
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${name}</title>
<style>${STYLE}</style>
</head>
<body dir="auto">
<main>
<h1>${name}</h1>
${parts.filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`;
}

function section(heading: string, html: string): string {
  return html === '' ? '' : `<section>\n<h2>${escapeHtml(heading)}</h2>\n${demoted(html)}\n</section>`;
}

/** The headings of a note stand below those of the page. */
function demoted(html: string): string {
  return html.replace(
    /<(\/?)h([1-6])(?=[\s>])/g,
    (_tag, slash: string, level: string) => `<${slash}h${String(Math.min(6, Number(level) + 2))}`,
  );
}

function talkList(input: CardInput, translate: CardWords['translate']): string {
  const place = placeOfCard(input);
  const labels = { slides: translate(say('Slides')), video: translate(say('Video')) };
  const item = ({ title, speakers, time, links, intro }: Talk) => {
    const shown = links.flatMap(({ kind, url }) =>
      kind !== 'other' && destinationOf(url, place).kind === 'remote'
        ? [`<a href="${escapeHtml(url)}" rel="noopener noreferrer">${escapeHtml(labels[kind])}</a>`]
        : [],
    );
    const details = [
      escapeHtml(speakers.join(', ')),
      time === null ? '' : `<small>${escapeHtml(time)}</small>`,
      ...shown,
    ].filter((part) => part !== '');
    return [
      `<li><strong>${escapeHtml(title || translate(say('No title')))}</strong>`,
      details.length > 0 ? `<br>${details.join(' · ')}` : '',
      intro === null ? '' : `<br>${escapeHtml(intro)}`,
      '</li>',
    ].join('');
  };
  const talks = input.report.talks.slice(0, MAX_TALKS);
  return talks.length === 0 ? '' : `<ul>\n${talks.map(item).join('\n')}\n</ul>`;
}
