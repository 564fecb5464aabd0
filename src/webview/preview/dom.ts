/** What can stand in an element: nothing for null, text as text. */
export type Child = Node | string | null;

/** Makes an element. Text becomes text nodes: nothing here is ever parsed as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | null>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Text in which what stands between backticks is code. */
export function withCode(text: string): Node[] {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? element('code', {}, part) : document.createTextNode(part)));
}

/** The shapes of the icons, for a view box of 16 by 16, drawn with a line of 1.3. */
const ICONS = {
  published: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM5.2 8.2l2 2 3.7-4.2',
  hidden:
    'M2 8s2.3-3.8 6-3.8S14 8 14 8s-2.3 3.8-6 3.8S2 8 2 8zM8 6.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4zM3 13.2 13 2.8',
  warning: 'M8 2 14.4 13.6H1.6zM8 6.4v3.4M8 11.4v.7',
  error: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 7.2v4M8 4.6v.7',
  hint: 'M5.6 10.2a4 4 0 1 1 4.8 0v1.5H5.6zM6.3 13.8h3.4',
  unknown:
    'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM6.3 6.4c0-2.4 3.5-2.2 3.5 0 0 1.3-1.8 1.4-1.8 2.8M8 10.9v.7',
  slides: 'M2.2 3h11.6v7.6H2.2zM8 10.6v2.9M5.6 13.6h4.8',
  video: 'M2.2 3.4h11.6v9.2H2.2zM6.8 6v4l3.4-2z',
  date: 'M2.4 3.6h11.2v9.8H2.4zM2.4 6.6h11.2M5.4 2v2.6M10.6 2v2.6',
  author: 'M8 2.4a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4zM2.8 13.8c.5-6 9.9-6 10.4 0',
  event:
    'M2.2 4.2h11.6v2.4a1.5 1.5 0 0 0 0 2.8v2.4H2.2V9.4a1.5 1.5 0 0 0 0-2.8zM9.8 4.4v1.4M9.8 7.3v1.4M9.8 10.2v1.4',
  place:
    'M8 14.2S3.4 9.9 3.4 6.5a4.6 4.6 0 0 1 9.2 0c0 3.4-4.6 7.7-4.6 7.7zM8 4.9a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2z',
  readingTime: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.6V8l2.4 1.6',
} as const;

export type IconName = keyof typeof ICONS;

const SVG = 'http://www.w3.org/2000/svg';

/** An icon, for the eye only: what it means stands beside it. */
export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}
