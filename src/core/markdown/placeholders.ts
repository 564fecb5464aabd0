import { escapeHtml } from './htmlText';

/*
 * What a template would put into a report is not known here, for templates are not run. In its place stands
 * `<span data-placeholder="liquid">{% include x.html %}</span>`: an element that no note can write itself, with the text of the
 * tag in it. textOfHtml passes it over.
 */

/** What a placeholder stands for: a tag or an output of Liquid's, one of Hugo's shortcodes, an element that is not shown. */
export type PlaceholderKind = 'liquid' | 'shortcode' | 'html';

/** How much of a tag is shown (UTF-16 code units). */
const MAX_SHOWN = 200;

/** The element that stands for what is not shown. */
export function placeholder(kind: PlaceholderKind, source: string): string {
  const line = source
    .slice(0, MAX_SHOWN + 1)
    .replace(/\s+/g, ' ')
    .trim();
  const shown = source.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line;
  return `<span data-placeholder="${kind}">${escapeHtml(shown)}</span>`;
}

interface Mark {
  readonly source: string;
  readonly destination: string | null;
}

/** How many there may be in one text. */
const MAX_MARKS = 1_000;

const MARK = /\uE0F0(\d+)\uE0F1/g;
/** A text in which nothing stands for placeholders. */
export function withoutMarks(text: string): string {
  return text.includes('\uE0F0') ? text.replace(MARK, '') : text;
}

const TAG = /<[^<>]*\uE0F0[^<>]*>/g;

/** Marks the places of placeholders while the text around them is rendered. */
export class Marks {
  readonly #marks: Mark[] = [];

  constructor(readonly kind: PlaceholderKind) {}

  get isEmpty(): boolean {
    return this.#marks.length === 0;
  }

  /**
   * What stands in the text for a tag.
   * @param destination where a link leads whose target the tag is; null where that is not known
   */
  mark(source: string, destination: string | null = null): string {
    if (this.#marks.length >= MAX_MARKS) {
      return '';
    }
    this.#marks.push({ source, destination });
    return `\uE0F0${String(this.#marks.length - 1)}\uE0F1`;
  }

  /** Puts the placeholders into rendered HTML; a target that is not known leads nowhere. */
  expand(html: string): string {
    return this.isEmpty
      ? html
      : html
          .replace(TAG, (tag) => this.#inTag(tag))
          .replace(MARK, (_whole, index: string) => {
            const mark = this.#marks[Number(index)];
            return mark ? placeholder(this.kind, mark.source) : '';
          });
  }

  #inTag(tag: string): string {
    return tag
      .replace(/(\s(?:href|src)=")([^"]*\uE0F0[^"]*)"/g, (_whole, name: string, value: string) => {
        const [, index = '', rest = ''] = /^\uE0F0(\d+)\uE0F1(#[^"\uE0F0]*)?$/.exec(value) ?? [];
        const destination = index === '' ? null : this.#marks[Number(index)]?.destination;
        return `${name}${destination ? escapeHtml(destination) + rest : ''}"`;
      })
      .replace(MARK, '');
  }
}
