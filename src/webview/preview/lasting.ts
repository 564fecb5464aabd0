import { place } from './parts';
import type { Child } from './dom';
import type { Target } from '../reportView';

/*
 * Most of a long page is the same from one letter to the next. An element that lasts is built without its content; that is
 * made only where the page has none that was made from the same.
 */

interface Lasting {
  /** What the content is made from. */
  readonly key: string;
  readonly content: () => readonly Child[];
  /** Brings what was made from the same up to date: where it leads. */
  readonly moved: (shown: Element) => void;
}

/** Of elements that are yet to be filled, or thrown away. */
const unfilled = new WeakMap<Node, Lasting>();

/** What the content of elements in the page was made from. */
const keys = new WeakMap<Node, string>();

/** Has an element filled when it gets into the page, if it does. */
export function lasting<Made extends Element>(
  made: Made,
  key: string,
  content: Lasting['content'],
  moved: Lasting['moved'] = () => undefined,
): Made {
  unfilled.set(made, { key, content, moved });
  return made;
}

/** Fills what gets into the page. */
export function fillAll(added: Node): void {
  fill(added);
  if (added instanceof Element) {
    added.querySelectorAll('*').forEach(fill);
  }
}

/**
 * Has an element of the page last, if its content would be the same; else fills the new one.
 * @returns true where nothing is left to do
 */
export function lasts(shown: Element, next: Element): boolean {
  const wanted = unfilled.get(next);
  if (!wanted) {
    keys.delete(shown);
    return false;
  }
  if (keys.get(shown) === wanted.key) {
    for (const { name, value } of next.attributes) {
      put(shown, name, value);
    }
    wanted.moved(shown);
    return true;
  }
  fill(next);
  keys.set(shown, wanted.key);
  return false;
}

/** Has what leads to a place lead to another. */
export function putPlace(shown: Element | null, target: Target, label: 'title' | 'aria-label', text: string) {
  if (shown) {
    Object.entries({ ...place(target), [label]: text }).forEach(([name, value]) => {
      put(shown, name, value);
    });
  }
}

function put(shown: Element, name: string, value: string): void {
  if (shown.getAttribute(name) !== value) {
    shown.setAttribute(name, value);
  }
}

function fill(made: Node): void {
  const lasting = unfilled.get(made);
  if (lasting && made instanceof Element) {
    unfilled.delete(made);
    keys.set(made, lasting.key);
    made.append(...lasting.content().filter((child) => child !== null));
  }
}
