import { textOfHtml } from '../htmlText';
import type { Document } from './document';
import type { Alignment, Element } from './element';
import { tableOfContents } from './toc';

/** What the rest of the renderer does for kramdown's. */
export interface Tools {
  /** Escapes text for use in HTML, also inside attributes. */
  readonly escape: (text: string) => string;
  /** The character that a character reference stands for. */
  readonly decode: (reference: string) => string;
  /** The target of a link as it may stand in HTML; null for one that is not safe. */
  readonly safeUrl: (url: string) => string | null;
  /** The start tag of an element of the note's own; null for one that may not stand in HTML. */
  readonly startTag: (name: string, attributes: string) => string | null;
  /** Whether an element has no content. */
  readonly isVoid: (name: string) => boolean;
  readonly isUnseen: (name: string) => boolean;
  /** What stands for an element that is not shown. */
  readonly placeholder: (source: string) => string;
  /** Raw HTML, as far as it may stand in HTML. */
  readonly sanitized: (html: string) => string;
}

/** `&copy;` in text that is not read as Markdown stays what it is. */
const TEXT = /&(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z_:][\w:.-]*);|[&<>"']/g;

/** Stands for the table of contents until all headers are known; no text holds it. */
const TOC = '\uFFFF\uFFFEtoc\uFFFE\uFFFF';

/**
 * kramdown's HTML (lib/kramdown/converter/html.rb), less attributes. Of raw HTML stays what is safe; for other tags stands a
 * neutral element of ours, so that words which they part stay apart.
 */
export class Output {
  readonly #footnotes: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #uses = new Map<string, number>();
  readonly #headers: Element[] = [];
  readonly #ids = new Map<string, number>();
  #toc: Element | null = null;
  #footnotesAt = -1;
  /** How many elements are open in which lines do not break. */
  #unbroken = 0;

  constructor(
    readonly document: Document,
    readonly tools: Tools,
  ) {}

  /** The whole document: its blocks, its footnotes, and its table of contents where it has asked for one. */
  render(root: Element): string {
    let html = this.inner(root);
    const notes = this.#notes();
    html = this.#footnotesAt < 0 ? html + notes : html.replace(FOOTNOTES, () => notes);
    if (this.#toc) {
      const { kind } = this.#toc;
      html = html.replace(TOC, () => tableOfContents(this, kind, this.#headers));
    }
    return html;
  }

  inner(element: Element): string {
    let html = '';
    for (const child of element.children) {
      html += this.#convert(child, element);
    }
    return html;
  }

  #convert(element: Element, parent: Element): string {
    const { kind, value } = element;
    const { escape } = this.tools;
    switch (kind) {
      case 'text':
      case 'raw':
        return this.#text(value);
      case 'symbol':
        return escape(value);
      case 'entity':
        return escape(this.tools.decode(value));
      case 'blank':
        return '\n';
      case 'p':
        return element.transparent ? this.inner(element) : `<p>${this.inner(element)}</p>\n`;
      case 'header':
        return this.#header(element);
      case 'codeblock':
        return `<pre><code>${escape(value.replace(/\n$/, ''))}\n</code></pre>\n`;
      case 'ul':
      case 'ol':
        return this.#list(element);
      case 'li':
      case 'dd': {
        const inner = this.inner(element);
        const isBare = element.children[0]?.transparent ?? true;
        return `<${kind}>${isBare ? '' : '\n'}${inner}</${kind}>\n`;
      }
      case 'dt':
        return `<dt>${this.inner(element)}</dt>\n`;
      case 'blockquote':
      case 'dl':
        return `<${kind}>\n${this.inner(element)}</${kind}>\n`;
      case 'hr':
        return '<hr>\n';
      case 'br':
        return '<br>';
      case 'table':
        return `<table>\n${element.children.map((part) => this.#rows(part, element.alignment)).join('')}</table>\n`;
      case 'em':
      case 'strong':
        return `<${kind}>${this.inner(element)}</${kind}>`;
      case 'del':
        return `<del>${this.#unbrokenInner(element)}</del>`;
      case 'code':
        return `<code>${escape(value)}</code>`;
      case 'abbr':
        return `<abbr${this.#title(value)}>${escape(value)}</abbr>`;
      case 'a':
        return `<a${this.#target('href', element)}>${this.inner(element)}</a>`;
      case 'img':
        return `<img${this.#target('src', element)} alt="${escape(value)}">`;
      case 'math':
        return this.#math(element);
      case 'footnote':
        return this.#footnote(value);
      case 'checkbox':
        return `<input type="checkbox" disabled${value === '' ? '' : ' checked'}>`;
      case 'html':
        return this.#html(element, parent);
      case 'comment':
        return element.isBlock ? '\n' : '<span></span>';
      default:
        return '';
    }
  }

  /** A header with the id that it gives itself, or is given (GFM#generate_gfm_header_id). */
  #header(element: Element): string {
    const inner = this.inner(element);
    if (element.value === '') {
      const id = textOfHtml(inner)
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- \t]/gu, '')
        .replace(/[ \t]/g, '-');
      const known = this.#ids.get(id) ?? 0;
      this.#ids.set(id, known + 1);
      element.value = known === 0 ? id : `${id}-${known}`;
    }
    this.#headers.push(element);
    return `<h${element.level} id="${this.tools.escape(element.value)}">${inner}</h${element.level}>\n`;
  }

  #title(abbreviation: string): string {
    const title = this.document.abbreviations.get(abbreviation) ?? '';
    return title === '' ? '' : ` title="${this.tools.escape(title)}"`;
  }

  /** A backslash at the end of a line breaks it (GFM#update_elements), but not in HTML and footnotes. */
  #text(value: string): string {
    const html = value.replace(TEXT, (text) => (text.length > 1 ? text : this.tools.escape(text)));
    return this.#unbroken > 0 || !html.includes('\\\n') ? html : html.replaceAll('\\\n', '<br>\n');
  }

  #unbrokenInner(element: Element): string {
    this.#unbroken++;
    const html = this.inner(element);
    this.#unbroken--;
    return html;
  }

  #list(element: Element): string {
    const refs = element.ial?.refs ?? [];
    if (!this.#toc && refs.includes('toc')) {
      this.#toc = element;
      return TOC;
    }
    if (this.#footnotesAt < 0 && refs.includes('footnotes')) {
      this.#footnotesAt = 0;
      return FOOTNOTES;
    }
    return `<${element.kind}>\n${this.inner(element)}</${element.kind}>\n`;
  }

  #rows(part: Element, alignment: readonly Alignment[]): string {
    const tag = part.kind === 'thead' ? 'th' : 'td';
    const rows = part.children.map((row) => {
      const cells = row.children.map((cell, index) => {
        const aligned = alignment[index] ?? 'default';
        const style = aligned === 'default' ? '' : ` style="text-align: ${aligned}"`;
        return `<${tag}${style}>${this.inner(cell) || '&#160;'}</${tag}>\n`;
      });
      return `<tr>\n${cells.join('')}</tr>\n`;
    });
    return `<${part.kind}>\n${rows.join('')}</${part.kind}>\n`;
  }

  #target(attribute: 'href' | 'src', { href, title }: Element): string {
    const { escape, safeUrl } = this.tools;
    const url = safeUrl(href);
    return (
      (url === null ? '' : ` ${attribute}="${escape(url)}"`) +
      (title === null ? '' : ` title="${escape(title)}"`)
    );
  }

  /** The MathJax engine's delimiters; an attribute list changes those of a span. */
  #math({ value, isBlock, ial }: Element): string {
    const math = this.tools.escape(value);
    if (isBlock) {
      return ial?.hasAttributes ? `<div>\\[${math}\\]\n</div>\n` : `\\[${math}\\]\n`;
    }
    return ial?.hasAttributes ? `<span>$${math}$</span>` : `\\(${math}\\)`;
  }

  #footnote(name: string): string {
    const uses = this.#uses.get(name) ?? 0;
    this.#uses.set(name, uses + 1);
    if (uses === 0) {
      this.#footnotes.push(name);
      this.#numbers.set(name, this.#footnotes.length);
    }
    const id = this.tools.escape(name);
    const use = uses === 0 ? '' : `:${uses}`;
    return `<sup id="fnref:${id}${use}"><a href="#fn:${id}">${this.#numbers.get(name) ?? ''}</a></sup>`;
  }

  /** footnote_content: the list at the end, with a way back for each reference. Notes may refer to further notes. */
  #notes(): string {
    let items = '';
    // The list grows while it is read.
    for (const name of this.#footnotes) {
      const note = this.document.footnotes.get(name);
      if (note) {
        // References within the note itself come too late to be counted.
        const id = this.tools.escape(name);
        const back = this.#ways(id, this.#uses.get(name) ?? 1);
        const html = this.#unbrokenInner(note);
        const hasPlace = note.last?.kind === 'p';
        items += `<li id="fn:${id}">\n${hasPlace ? html.replace(/<\/p>\n$/, () => `&#160;${back}</p>\n`) : `${html}<p>${back}</p>\n`}</li>\n`;
      }
    }
    return items && `<div class="footnotes">\n<ol>\n${items}</ol>\n</div>\n`;
  }

  #ways(id: string, uses: number): string {
    let html = `<a href="#fnref:${id}">&#8617;</a>`;
    for (let use = 2; use <= uses; use++) {
      html += `&#160;<a href="#fnref:${id}:${use - 1}">&#8617;<sup>${use}</sup></a>`;
    }
    return html;
  }

  #html(element: Element, parent: Element): string {
    const isInner = !element.isBlock || (parent.kind === 'html' && parent.model === 'raw');
    const { value } = element;
    if (this.tools.isUnseen(value)) {
      return isInner ? '' : '\n';
    }
    const inner = this.#unbrokenInner(element);
    if (value === '') {
      // An extension's: HTML as it is.
      return this.tools.sanitized(element.attributes) + (isInner ? '' : '\n');
    }
    const tag = this.tools.startTag(value, element.attributes);
    if (tag !== null) {
      const lead = element.model === 'block' ? '\n' : '';
      const html = this.tools.isVoid(value) ? tag : `${tag}${lead}${inner}</${value}>`;
      return isInner ? html : `${html}\n`;
    }
    if (EMBEDDED.has(value)) {
      return this.tools.placeholder(`<${value}${element.attributes}>`) + (isInner ? '' : '\n');
    }
    if (isInner) {
      return `<span>${inner}</span>`;
    }
    if (element.model === 'block') {
      return `<div>\n${inner}</div>\n`;
    }
    return /[^\s]/.test(inner.replace(/<\/?span>/g, '')) ? `<p>${inner}</p>\n` : '\n';
  }
}

/** Elements that bring something in from elsewhere. */
const EMBEDDED: ReadonlySet<string> = new Set(['audio', 'embed', 'iframe', 'object', 'svg', 'video']);

const FOOTNOTES = '\uFFFF\uFFFEfootnotes\uFFFE\uFFFF';
