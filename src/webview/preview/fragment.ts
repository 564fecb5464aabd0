import DOMPurify from 'dompurify';
import type { PlaceholderLabels } from '../reportView';
import { element } from './dom';

const words = (text: string): string[] => text.split(' ');

/** What Markdown renders to, and no more. */
const MARKDOWN = new Set(
  words(
    'p br hr em strong s del code pre blockquote ul ol li sup sub table thead tbody tr th td dl dt dd span input',
  ),
);

/** What a note may have in its text beyond that: elements that hold text, and neither run, load nor ask for anything. */
const HTML = new Set([
  ...MARKDOWN,
  ...words(
    'abbr b bdi bdo big caption center cite colgroup col details dfn div figcaption figure i ins kbd mark q rp rt ruby samp section',
  ),
  ...words('small strike summary tfoot tt u var wbr article aside header footer address'),
]);

/** Attributes that are kept as they are; numbers and words that cannot do any harm. */
const ATTRIBUTES: readonly (readonly [name: string, value: RegExp])[] = [
  ['title', /^[^]*$/],
  ['dir', /^(?:ltr|rtl|auto)$/],
  ['start', /^\d{1,6}$/],
  ['colspan', /^\d{1,3}$/],
  ['rowspan', /^\d{1,3}$/],
  ['open', /^$/],
];

const OUTSIDE = /^(?:https?|mailto):/i;

/** Nesting that no reader sees any more; deeper elements are left out. */
const MAX_DEPTH = 100;

/** What the host, or this, has put into tags. */
const OWN_ATTRIBUTES = ['data-placeholder', 'data-style'];

/** What DOMPurify lets pass, in which what is copied is looked for. */
const LIMITS = {
  RETURN_DOM_FRAGMENT: true as const,
  USE_PROFILES: { html: true },
  ADD_ATTR: OWN_ATTRIBUTES,
  // They are no addresses, though they may look like some.
  ADD_URI_SAFE_ATTR: OWN_ATTRIBUTES,
  FORBID_TAGS: words('style form button select textarea audio video source track map area'),
  FORBID_ATTR: words('style id name class srcset'),
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
};

/** What decides how HTML of a note is shown. */
export interface FragmentOptions {
  readonly labels: PlaceholderLabels;
  /** Elements that Markdown does not make are shown, too. */
  readonly rawHtml: boolean;
  /**
   * Where an image is loaded from; null for one that is not loaded.
   * @param source its address in the note
   */
  readonly addressOf: (source: string) => string | null;
  /** Counts the times that it began to give other addresses. */
  readonly edition: number;
}

/** What the nodes are made with. */
interface Copying extends FragmentOptions {
  /** The levels of the headings that are above what comes next, the outermost first. */
  readonly above: number[];
}

/** The headings of the page itself: those of a note stand below them. */
const OWN_LEVEL = 2;

/**
 * Turns HTML of the host into nodes. It is sanitised by DOMPurify, and what comes of that is copied element by element, so
 * that nothing but the elements and attributes above, images that the host has found, and links that the host is asked about
 * can get into the page.
 */
export function fragmentOf(html: string, options: FragmentOptions): DocumentFragment {
  // Without something before it a frame set would take the place of the body, and there would be nothing to clean.
  const clean = DOMPurify.sanitize(`<br>${withoutStyles(html)}`, LIMITS);
  clean.firstChild?.remove();
  const fragment = document.createDocumentFragment();
  fragment.append(...copies(clean, { ...options, above: [] }, 0));
  return fragment;
}

/** What is parsed is held against the page's policy, which would tell of every style that it forbids. */
function withoutStyles(html: string): string {
  return html.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s/"'])style(\s*=)/gi, '$1data-style$2'));
}

function copies(parent: Node, options: Copying, depth: number): Node[] {
  return depth > MAX_DEPTH ? [] : [...parent.childNodes].flatMap((node) => copy(node, options, depth));
}

function copy(node: Node, options: Copying, depth: number): Node[] {
  if (node instanceof Text) {
    return [document.createTextNode(node.data)];
  }
  if (!(node instanceof HTMLElement)) {
    return [];
  }
  const tag = node.localName;
  if (tag === 'img') {
    return [image(node, options)];
  }
  if (tag === 'input') {
    return node.getAttribute('type') === 'checkbox' ? [checkbox(node)] : [];
  }
  const children = copies(node, options, depth + 1);
  const heading = /^h([1-6])$/.exec(tag);
  if (heading) {
    const level = String(levelOf(Number(heading[1]), options.above));
    return [element('div', { class: 'heading', role: 'heading', 'aria-level': level }, ...children)];
  }
  if (tag === 'a') {
    return link(node.getAttribute('href') ?? '', children);
  }
  if (node.hasAttribute('data-placeholder')) {
    return [element('code', { class: 'placeholder', title: options.labels.program }, node.textContent)];
  }
  if (!(options.rawHtml ? HTML : MARKDOWN).has(tag)) {
    return children;
  }
  const copied = document.createElement(tag);
  for (const [name, value] of ATTRIBUTES) {
    const written = node.getAttribute(name);
    if (written !== null && value.test(written)) {
      copied.setAttribute(name, written);
    }
  }
  const [, side] = /^text-align: ?(left|right|center);?$/.exec(node.getAttribute('data-style') ?? '') ?? [];
  if (side !== undefined) {
    copied.classList.add(side);
  }
  if (tag === 'table') {
    // It is scrolled where it is too wide, which the keyboard needs a place to do from.
    copied.tabIndex = 0;
  }
  copied.append(...children);
  return [copied];
}

/** One below the heading that it stands under, whatever level the note gives it: no reader of the page misses one between. */
function levelOf(written: number, above: number[]): number {
  while ((above.at(-1) ?? 0) >= written) {
    above.pop();
  }
  above.push(written);
  return OWN_LEVEL + above.length;
}

function image(node: HTMLElement, { labels, addressOf }: FragmentOptions): Node {
  const source = node.getAttribute('src') ?? '';
  const alt = node.getAttribute('alt')?.trim() ?? '';
  const address = addressOf(source);
  if (address !== null) {
    return element('img', { src: address, alt, title: node.getAttribute('title'), loading: 'lazy' });
  }
  const isRemote = /^(?:https?:)?\/\//i.test(source);
  return element(
    'span',
    { class: 'image', title: isRemote ? labels.remoteImage : source },
    alt === '' ? (isRemote ? labels.remoteImage : labels.image) : alt,
  );
}

/** A mark in a task list: to be read, not to be used. */
function checkbox(node: HTMLElement): Node {
  return element('span', { class: 'task', 'aria-hidden': 'true' }, node.hasAttribute('checked') ? '☑' : '☐');
}

/** Those outside may be seen and copied as what they are; whatever else is there, the host finds, or does not. */
function link(href: string, children: readonly Node[]): Node[] {
  if (OUTSIDE.test(href)) {
    return [element('a', { href, title: href }, ...children)];
  }
  const isInside = href !== '' && !href.startsWith('#') && !/^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(href);
  return isInside
    ? [element('a', { href: '#', 'data-href': href, title: href }, ...children)]
    : [...children];
}
