import type { ShowEmpty } from '../protocol';
import type {
  ExcerptView,
  FindingsView,
  ForecastView,
  HeaderView,
  ReportView,
  TakeawaysView,
  TalksView,
  TalkView,
} from '../reportView';
import { element, icon, withCode } from './dom';
import type { Child } from './dom';
import { fragmentOf } from './fragment';
import type { FragmentOptions } from './fragment';
import { lasting, putPlace } from './lasting';
import { actionButton, copyTools, fixButtons, goTo, hint, place, section, source } from './parts';

/**
 * Builds the page of a report from what the host sent.
 * @param images where those of the note are loaded from
 */
export function renderReport(
  view: ReportView,
  images: Pick<FragmentOptions, 'addressOf' | 'edition'>,
): Node[] {
  const options = { labels: view.labels, rawHtml: view.rawHtml, ...images };
  return [
    renderHeader(view.header),
    renderForecast(view.forecast),
    renderExcerpt(view.excerpt, view.header, options),
    renderTakeaways(view.takeaways, options),
    renderTalks(view.talks),
    renderFindings(view.findings),
    element('footer', {}, actionButton(view.exportButton)),
  ];
}

/** Builds the page where there is no report. */
export function renderEmpty({ heading, text }: ShowEmpty): Node[] {
  return [element('section', { class: 'empty' }, element('h1', {}, heading), element('p', {}, text))];
}

function renderHeader({ title, hasTitle, facts, tagsLabel, tags }: HeaderView): Node {
  return element(
    'header',
    { id: 'header' },
    element('h1', { class: hasTitle ? null : 'missing', dir: 'auto' }, title),
    element(
      'ul',
      { class: 'facts' },
      ...facts.map(({ kind, label, value }) =>
        element(
          'li',
          { title: label, dir: 'auto' },
          icon(kind),
          element('span', { class: 'unseen' }, `${label}: `),
          element('span', {}, value),
        ),
      ),
    ),
    tags.length > 0
      ? element(
          'ul',
          { class: 'tags', 'aria-label': tagsLabel },
          ...tags.map((tag) => element('li', { dir: 'auto' }, tag)),
        )
      : null,
  );
}

function renderForecast(forecast: ForecastView): Node {
  const { heading, state, sentence, generator, detail, target, button, fixes } = forecast;
  return element(
    'section',
    { id: 'forecast', class: state, 'aria-label': heading },
    icon(state),
    element(
      'div',
      { class: 'words' },
      element('p', { class: 'sentence', role: 'status' }, ...goTo(target, withCode(sentence))),
      element('p', { class: 'generator', title: detail }, generator),
      fixButtons(fixes),
      button && actionButton(button),
    ),
  );
}

function renderExcerpt(excerpt: ExcerptView, { hasTitle }: HeaderView, options: FragmentOptions): Node {
  const { heading, html, title, date, wholePost, target, copy } = excerpt;
  return section(
    'excerpt',
    heading,
    copyTools(copy),
    source(excerpt.source),
    html === null
      ? null
      : element(
          'article',
          {
            class: 'entry',
            // All of it goes the way of its title.
            dir: 'auto',
            ...(target ? { ...place(target), 'data-sync': '', 'data-quiet': '' } : {}),
            // Long ones scroll in themselves, which the keyboard needs a place to do from.
            ...(wholePost ? { tabindex: '0', 'aria-label': heading } : {}),
          },
          element('p', { class: hasTitle ? 'title' : 'title missing' }, title),
          date ? element('p', { class: 'date' }, element('bdi', {}, date)) : null,
          prose(html, options),
        ),
    hint(excerpt.hint),
    fixButtons(excerpt.fixes),
  );
}

/** A part of the note. */
function prose(html: string, options: FragmentOptions): Node {
  return lasting(element('div', { class: 'prose', dir: 'auto' }), keyOf(html, options), () => [
    fragmentOf(html, options),
  ]);
}

/** What decides how a part of a note looks. */
function keyOf(html: string, { labels, rawHtml, edition }: FragmentOptions): string {
  return JSON.stringify([edition, rawHtml, labels, html]);
}

function renderTakeaways(takeaways: TakeawaysView, options: FragmentOptions): Node {
  const { heading, items, copy } = takeaways;
  return section(
    'takeaways',
    heading,
    copyTools(copy),
    takeaways.source && source(takeaways.source),
    items.length > 0
      ? element(
          'ol',
          { class: 'takeaways' },
          ...items.map(({ html, target }, index) => {
            const number = String(index + 1);
            const label = `${number}. ${target.label}`;
            return lasting(
              element('li', { ...place(target), 'data-sync': '', 'data-mark': '' }),
              `${number} ${keyOf(html, options)}`,
              () => [
                element(
                  'button',
                  { type: 'button', class: 'number', 'aria-label': label, ...place(target) },
                  number,
                ),
                element('div', { class: 'prose', dir: 'auto' }, fragmentOf(html, options)),
              ],
              (item) => {
                putPlace(item.querySelector('.number'), target, 'aria-label', label);
              },
            );
          }),
        )
      : null,
    hint(takeaways.hint),
  );
}

function renderTalks(talks: TalksView): Node {
  const { heading, items } = talks;
  return section(
    'talks',
    heading,
    null,
    items.length > 0 ? element('ul', { class: 'talks' }, ...items.map(renderTalk)) : null,
    hint(talks.hint),
  );
}

function renderTalk(talk: TalkView): Node {
  const { target, ...content } = talk;
  return lasting(
    element('li', { ...place(target), dir: 'auto', 'data-sync': '', 'data-mark': '', 'data-quiet': '' }),
    JSON.stringify(content),
    () => talkContent(talk),
    (item) => {
      putPlace(item.querySelector('.go'), target, 'title', target.label);
    },
  );
}

function talkContent({ title, time, speakers, summary, links, target }: TalkView): Child[] {
  return [
    element('p', { class: 'title' }, ...goTo(target, [title])),
    time || speakers
      ? element(
          'p',
          { class: 'speakers' },
          ...(time ? [element('bdi', { class: 'time' }, time)] : []),
          element('bdi', {}, speakers),
        )
      : null,
    summary ? element('p', { class: 'summary', dir: 'auto' }, summary) : null,
    links.length > 0
      ? element(
          'p',
          { class: 'links' },
          ...links.map((link) =>
            element(
              'a',
              { href: link.href, title: `${link.title}\n${link.href}` },
              icon(link.kind),
              element('span', {}, link.label),
            ),
          ),
        )
      : null,
  ];
}

function renderFindings(findings: FindingsView): Node {
  return section(
    'findings',
    findings.heading,
    null,
    ...findings.groups.map(({ severity, heading, items }) =>
      element(
        'section',
        { class: `group ${severity}`, 'aria-label': heading },
        element('h3', {}, icon(severity), element('span', {}, heading)),
        element(
          'ul',
          {},
          ...items.map(({ text, target, fixes }) =>
            element(
              'li',
              {},
              element('p', { dir: 'auto' }, ...goTo(target, withCode(text))),
              fixButtons(fixes),
            ),
          ),
        ),
      ),
    ),
    hint(findings.hint),
  );
}
