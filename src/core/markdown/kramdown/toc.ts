import { Element } from './element';
import type { Output } from './output';

interface Entry {
  readonly level: number;
  readonly id: string;
  readonly text: string;
  readonly entries: Entry[];
}

/** generate_toc_tree (lib/kramdown/converter/html.rb): headers by their levels, less their links and footnotes. */
export function tableOfContents(output: Output, kind: Element['kind'], headers: readonly Element[]): string {
  const roots: Entry[] = [];
  const stack: Entry[] = [];
  for (const header of headers) {
    if (header.ial?.isNotInToc) {
      continue;
    }
    const plain = new Element('header');
    plain.children = plainSpans(header.children);
    const entry = { level: header.level, id: header.value, text: output.inner(plain), entries: [] };
    while (stack.length > 0 && (stack[stack.length - 1]?.level ?? 0) >= entry.level) {
      stack.pop();
    }
    (stack[stack.length - 1]?.entries ?? roots).push(entry);
    stack.push(entry);
  }
  return list(output, kind, roots);
}

function list(output: Output, kind: Element['kind'], entries: readonly Entry[]): string {
  const items = entries.map(
    ({ id, text, entries: inner }) =>
      `<li><a href="#${output.tools.escape(id)}">${text}</a>${list(output, kind, inner)}</li>\n`,
  );
  return items.length === 0 ? '' : `<${kind}>\n${items.join('')}</${kind}>\n`;
}

function plainSpans(spans: readonly Element[]): Element[] {
  return spans.flatMap((span) => {
    if (span.kind === 'footnote') {
      return [];
    }
    const copy = new Element(span.kind, span.value);
    copy.children = plainSpans(span.children);
    return span.kind === 'a' ? copy.children : [copy];
  });
}
