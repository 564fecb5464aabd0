import { wholeUrl } from '../links/destinations';
import type { DestinationPlace } from '../links/destinationPlace';
import { decoded, escapeHtml } from '../markdown/htmlText';
import { sanitizedHtml } from '../markdown/rawHtml';

const PLACEHOLDER = /<span data-placeholder="[a-z]+">[^<]*<\/span>/g;
const TAG = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/g;

/**
 * HTML of a report for use anywhere else: no classes and ids, links with their hosts or none, images as links or as their text,
 * boxes as characters, no placeholders.
 */
export function portableHtml(html: string, place: DestinationPlace): string {
  const links: boolean[] = [];
  return sanitizedHtml(html.replace(PLACEHOLDER, ''))
    .replace(TAG, (tag, slash: string, name: string, attributes: string) => {
      switch (name) {
        case 'span':
          return '';
        case 'a': {
          if (slash === '/') {
            return links.pop() === true ? tag : '';
          }
          const url = targetOf(attributes, 'href', place);
          links.push(url !== null);
          return url === null ? '' : `<a href="${escapeHtml(url)}">`;
        }
        case 'img':
          return image(attributes, place, links.includes(true));
        case 'input':
          return / checked\b/.test(attributes) ? '☑ ' : '☐ ';
        default:
          return tag;
      }
    })
    .trim();
}

function valueOf(attributes: string, name: string): string {
  return decoded(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}

/** Where a link leads; null within the page, and for what cannot be made whole. */
function targetOf(attributes: string, name: string, place: DestinationPlace): string | null {
  const written = valueOf(attributes, name);
  return written.startsWith('#') ? null : wholeUrl(written, place);
}

function image(attributes: string, place: DestinationPlace, isInLink: boolean): string {
  const alt = escapeHtml(valueOf(attributes, 'alt').trim());
  const url = isInLink ? null : targetOf(attributes, 'src', place);
  return url === null ? alt : `<a href="${escapeHtml(url)}">${alt === '' ? escapeHtml(url) : alt}</a>`;
}
