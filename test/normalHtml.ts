import { textOfHtml } from '../src/core/markdown/markdown';
import { plain, withoutUnseen } from './conformance';

/** Elements that make lines of their own: white space beside their tags shows nothing. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'article aside blockquote br caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ' +
    'ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Attributes that are compared: where links and images lead, what they say, and how cells and boxes stand. */
const ATTRIBUTES = ['alt', 'checked', 'href', 'src', 'style', 'title', 'type'] as const;

const TAG = /<(\/?)([a-z][a-z0-9]*)\b((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;

/**
 * HTML as it is compared: comments, scripts, styles, ids, classes and the elements of highlighters dropped, typography straightened,
 * character references read, white space folded, attributes in one order.
 */
export function normalHtml(html: string): string {
  const source = withoutUnseen(html.replace(/<!--[^]*?-->/g, ''));
  let normal = '';
  let at = 0;
  for (const { 0: whole, 1: slash = '', 2: name = '', 3: attributes = '', index } of source.matchAll(TAG)) {
    normal += textOf(source.slice(at, index)) + tagOf(name.toLowerCase(), slash !== '', attributes);
    at = index + whole.length;
  }
  return (normal + textOf(source.slice(at)))
    .replace(/\s+/g, ' ')
    .replace(/ ?¶ ?(?:¶ ?)*/g, '')
    .trim();
}

/** Text between tags, with its outer blanks, as they may part words. */
function textOf(text: string): string {
  const isBlank = (end: RegExp) => (end.test(text) ? ' ' : '');
  const before = isBlank(/^(?:\s|&#160;|&nbsp;)/);
  const behind = isBlank(/(?:\s|&#160;|&nbsp;)$/);
  return `${before}${plain(textOfHtml(text)).replaceAll('<', '‹').replaceAll('>', '›')}${behind}`;
}

/** A block's tag, between marks that swallow white space; the tag of a span without. */
function tagOf(name: string, closes: boolean, attributes: string): string {
  if (name === 'span' || (name === 'div' && (closes || /highlight|footnotes/.test(attributes)))) {
    // A highlighter's, or the one around footnotes. Where a `div` of the note's own starts is compared, not where it ends.
    return name === 'div' ? '¶' : '';
  }
  const kept = closes ? [] : ATTRIBUTES.flatMap((attribute) => valueOf(attribute, attributes) ?? []);
  const tag = `<${closes ? '/' : ''}${[name, ...kept].join(' ')}>`;
  return BLOCKS.has(name) ? `¶${tag}¶` : tag;
}

function valueOf(attribute: string, attributes: string): string | null {
  const found = new RegExp(`\\s${attribute}(?:\\s*=\\s*("[^"]*"|'[^']*'|[^\\s"'>]+))?(?=[\\s/]|$)`, 'i').exec(
    attributes,
  );
  const value = plain(textOfHtml((found?.[1] ?? '').replace(/^["']|["']$/g, '')));
  switch (attribute) {
    case 'style':
      // A highlighter's colours are none of the note's.
      return value.includes('text-align') ? `style="${value.replace(/[\s;]/g, '')}"` : null;
    case 'checked':
      return found && attribute;
    default:
      return found && `${attribute}="${value}"`;
  }
}
