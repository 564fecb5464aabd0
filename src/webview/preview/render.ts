import type {
  ExcerptView,
  ForecastView,
  HeaderView,
  Line,
  ReportView,
  ShowEmpty,
  TakeawaysView,
  TalksView,
  Target,
} from '../protocol';
import { element, icon, withCode } from './dom';
import type { Child } from './dom';
import { fragmentOf } from './fragment';

/*
 * Builds the page from what the host sent. What can be clicked carries it in its attributes (`data-start` and `data-end`,
 * `data-action`, `href`), so that the nodes can be patched freely: main.ts listens once for the whole page.
 */

/** The page of a report. */
export function renderReport(view: ReportView): Node[] {
  return [
    renderHeader(view.header),
    renderForecast(view.forecast),
    renderExcerpt(view.excerpt, view),
    renderTakeaways(view.takeaways, view.imageLabel),
    renderTalks(view.talks),
  ];
}

/** The page where there is no report. */
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

function renderForecast({ heading, state, sentence, generator, detail, target, button }: ForecastView): Node {
  return element(
    'section',
    { id: 'forecast', class: state, 'aria-label': heading },
    icon(state),
    element(
      'div',
      { class: 'words' },
      element('p', { class: 'sentence', role: 'status' }, ...goTo(target, withCode(sentence))),
      element('p', { class: 'generator', title: detail }, generator),
      button
        ? element('button', { type: 'button', class: 'action', 'data-action': button.action }, button.label)
        : null,
    ),
  );
}

function renderExcerpt(excerpt: ExcerptView, { imageLabel, header }: ReportView): Node {
  const { heading, source, html, title, date, wholePost, hint } = excerpt;
  return section(
    'excerpt',
    heading,
    renderSource(source),
    html === null
      ? null
      : element(
          'article',
          // Long ones scroll in themselves, which the keyboard needs a place to do from.
          { class: 'entry', ...(wholePost ? { tabindex: '0', 'aria-label': heading } : {}) },
          element('p', { class: header.hasTitle ? 'title' : 'title missing', dir: 'auto' }, title),
          date ? element('p', { class: 'date' }, date) : null,
          element('div', { class: 'prose', dir: 'auto' }, fragmentOf(html, imageLabel)),
        ),
    renderHint(hint),
  );
}

function renderTakeaways({ heading, source, items, hint }: TakeawaysView, imageLabel: string): Node {
  return section(
    'takeaways',
    heading,
    source && renderSource(source),
    items.length > 0
      ? element(
          'ol',
          { class: 'takeaways' },
          ...items.map(({ html, target }, index) => {
            const number = String(index + 1);
            return element(
              'li',
              { ...place(target) },
              element(
                'button',
                { type: 'button', class: 'number', 'aria-label': `${number}. ${target.label}` },
                number,
              ),
              element('div', { class: 'prose', dir: 'auto' }, fragmentOf(html, imageLabel)),
            );
          }),
        )
      : null,
    renderHint(hint),
  );
}

function renderTalks({ heading, items, hint }: TalksView): Node {
  return section(
    'talks',
    heading,
    null,
    items.length > 0
      ? element(
          'ul',
          { class: 'talks' },
          ...items.map(({ title, speakers, links, target }) =>
            element(
              'li',
              {},
              element('p', { class: 'title', dir: 'auto' }, ...goTo(target, [title])),
              speakers ? element('p', { class: 'speakers', dir: 'auto' }, speakers) : null,
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
            ),
          ),
        )
      : null,
    renderHint(hint),
  );
}

function section(id: string, heading: string, source: Node | null, ...children: readonly Child[]): Node {
  const label = `${id}-heading`;
  return element(
    'section',
    { id, 'aria-labelledby': label },
    element('h2', { id: label }, heading),
    source,
    ...children,
  );
}

function renderSource({ text, target }: Line): Node {
  return element('p', { class: 'source', dir: 'auto' }, ...goTo(target, withCode(text)));
}

function renderHint(hint: string | null): Node | null {
  return hint === null ? null : element('p', { class: 'hint' }, ...withCode(hint));
}

/** Something to read that leads to a place, where there is one. */
function goTo(target: Target | null, content: readonly Child[]): Child[] {
  return target
    ? [element('button', { type: 'button', class: 'go', title: target.label, ...place(target) }, ...content)]
    : [...content];
}

function place({ start, end }: Target): Record<string, string> {
  return { 'data-start': String(start), 'data-end': String(end) };
}
