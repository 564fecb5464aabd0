import { element } from './dom';

/** What Markdown renders to, and no more. */
const ELEMENTS: ReadonlySet<string> = new Set([
  ...[
    'p',
    'br',
    'hr',
    'em',
    'strong',
    's',
    'del',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'sup',
    'sub',
  ],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);

const LINK = /^(?:https?|mailto):/i;

/** Nesting that no reader sees any more; deeper elements are left out. */
const MAX_DEPTH = 100;

/**
 * Turns HTML of the host into nodes. The host has made it safe; here it is copied element by element all the same, so that
 * nothing but plain text, the elements above and links that may leave the editor can get into the page.
 * @param imageLabel what stands for an image with no text of its own; images themselves are not loaded
 */
export function fragmentOf(html: string, imageLabel: string): DocumentFragment {
  // The content of a template is inert: nothing in it is loaded or run.
  const template = document.createElement('template');
  template.innerHTML = html;
  const fragment = document.createDocumentFragment();
  fragment.append(...copies(template.content, imageLabel, 0));
  return fragment;
}

function copies(parent: ParentNode & Node, imageLabel: string, depth: number): Node[] {
  return depth > MAX_DEPTH ? [] : [...parent.childNodes].flatMap((node) => copy(node, imageLabel, depth));
}

function copy(node: Node, imageLabel: string, depth: number): Node[] {
  if (node instanceof Text) {
    return [document.createTextNode(node.data)];
  }
  if (!(node instanceof HTMLElement)) {
    return [];
  }
  const tag = node.localName;
  if (tag === 'img') {
    const alt = node.getAttribute('alt')?.trim() ?? '';
    return [element('span', { class: 'image' }, alt === '' ? imageLabel : alt)];
  }
  const children = copies(node, imageLabel, depth + 1);
  const heading = /^h([1-6])$/.exec(tag);
  if (heading) {
    // The page's own headings stand above those of a note.
    const level = String(Math.min(6, Number(heading[1]) + 3));
    return [element('div', { class: 'heading', role: 'heading', 'aria-level': level }, ...children)];
  }
  if (tag === 'a') {
    const href = node.getAttribute('href') ?? '';
    return LINK.test(href) ? [element('a', { href, title: href }, ...children)] : children;
  }
  if (!ELEMENTS.has(tag)) {
    return children;
  }
  const copied = document.createElement(tag);
  const start = tag === 'ol' ? Number(node.getAttribute('start') ?? 1) : 1;
  if (start !== 1) {
    copied.setAttribute('start', String(start));
  }
  copied.append(...children);
  return [copied];
}
