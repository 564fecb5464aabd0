import type { Attributes } from './attributes';

/** kramdown's element types (lib/kramdown/element.rb), as far as they are told apart here. */
export type Kind =
  | 'root'
  | 'blank'
  | 'end'
  | 'p'
  | 'header'
  | 'blockquote'
  | 'codeblock'
  | 'ul'
  | 'ol'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'hr'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tfoot'
  | 'tr'
  | 'td'
  | 'math'
  | 'html'
  | 'comment'
  /** Text whose spans are not parsed yet. */
  | 'raw'
  | 'text'
  | 'a'
  | 'img'
  | 'em'
  | 'strong'
  | 'del'
  | 'br'
  | 'code'
  | 'footnote'
  | 'entity'
  | 'symbol'
  | 'abbr'
  | 'checkbox';

/** One element of a document. Which of the optional members a kind has, the parser of that kind says. */
export class Element {
  children: Element[] = [];
  /** The attribute lists that were given to it. */
  ial: Attributes | null = null;
  /** A paragraph that stands in its list item without tags. */
  transparent = false;
  /** A header's level; its id is its value. */
  level = 0;
  /** What stands in an HTML element's tag behind its name. */
  attributes = '';
  /** A link's or an image's target, and its title. */
  href = '';
  title: string | null = null;
  /** An HTML element whose content is no Markdown, or is. */
  model: 'raw' | 'span' | 'block' | '' = '';
  /** A block of its own, where a kind can be a block or a span. */
  isBlock = false;
  /** A table's columns. */
  alignment: readonly Alignment[] = [];

  constructor(
    readonly kind: Kind,
    public value = '',
  ) {}

  get last(): Element | undefined {
    return this.children[this.children.length - 1];
  }

  /** Appends text to the last child if that is of the same kind, else as a child of its own. */
  addText(text: string, kind: 'raw' | 'text'): void {
    const { last } = this;
    if (last?.kind === kind) {
      last.value += text;
    } else if (text !== '') {
      this.children.push(new Element(kind, text));
    }
  }
}

export type Alignment = 'default' | 'left' | 'right' | 'center';
