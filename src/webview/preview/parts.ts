import type { Button, CopyView, FixButton, Line, Target } from '../reportView';
import { element, withCode } from './dom';
import type { Child } from './dom';

/*
 * What the sections of the page are made of. What can be clicked carries what it does in its attributes (`data-start` and
 * `data-end`, `data-action`, `data-fix`, `data-part`, `href`), so that the nodes can be patched freely: main.ts listens once
 * for the whole page.
 */

/** A part of the page under a heading of its own. */
export function section(
  id: string,
  heading: string,
  tools: Node | null,
  ...children: readonly Child[]
): HTMLElement {
  const label = `${id}-heading`;
  return element(
    'section',
    { id, 'aria-labelledby': label },
    element('div', { class: 'head' }, element('h2', { id: label }, heading), tools),
    ...children,
  );
}

/** Where something comes from. */
export function source({ text, target }: Line): Node {
  return element('p', { class: 'source', dir: 'auto' }, ...goTo(target, withCode(text)));
}

export function hint(text: string | null): Node | null {
  return text === null ? null : element('p', { class: 'hint' }, ...withCode(text));
}

/** Something to read that leads to a place, where there is one. */
export function goTo(target: Target | null, content: readonly Child[]): Child[] {
  return target
    ? [element('button', { type: 'button', class: 'go', title: target.label, ...place(target) }, ...content)]
    : [...content];
}

/** The attributes of what leads to a place. */
export function place({ start, end }: Target): Record<string, string> {
  return { 'data-start': String(start), 'data-end': String(end) };
}

export function actionButton({ label, action }: Button): Node {
  return element('button', { type: 'button', class: 'action', 'data-action': action }, label);
}

/** The repairs, as buttons; null where there is none. */
export function fixButtons(fixes: readonly FixButton[]): Node | null {
  return fixes.length === 0
    ? null
    : element(
        'p',
        { class: 'fixes' },
        ...fixes.map(({ label, id }) =>
          element('button', { type: 'button', class: 'fix', 'data-fix': id }, ...withCode(label)),
        ),
      );
}

/** In which forms a part can be taken along; null where there is nothing to take. */
export function copyTools(copy: CopyView | null): Node | null {
  return (
    copy &&
    element(
      'div',
      { class: 'copy', role: 'group', 'aria-label': copy.heading },
      element('span', { class: 'label', 'aria-hidden': 'true' }, copy.heading),
      ...copy.buttons.map(({ format, label, title }) =>
        element(
          'button',
          { type: 'button', title, 'aria-label': title, 'data-part': copy.part, 'data-format': format },
          label,
        ),
      ),
    )
  );
}
