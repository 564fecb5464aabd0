const NAME = /[a-zA-Z][a-zA-Z0-9:-]*/y;

/** Elements whose content goes with their tags. */
const WITHOUT_TEXT = /^(?:script|style)$/i;

/**
 * A text without its tags and comments, as Go takes them out (html/template, stripTags): what is no tag stays; what starts as
 * a tag and does not end is left out with all that follows, unless it is the only one.
 */
export function withoutTags(html: string): string {
  let text = '';
  let isText = true;
  let at = 0;
  for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', start)) {
    const isComment = html.startsWith('<!--', start);
    NAME.lastIndex = start + (html[start + 1] === '/' ? 2 : 1);
    const name = isComment ? '' : (NAME.exec(html)?.[0] ?? null);
    if (name === null) {
      start++;
      continue;
    }
    const end = isComment ? endOf(html, '-->', start + 4) : endOfTag(html, NAME.lastIndex);
    text += html.slice(at, start);
    if (NAME.lastIndex >= html.length && isText) {
      // Nothing but the start of a tag.
      return html;
    }
    isText = false;
    at = end;
    if (WITHOUT_TEXT.test(name) && html[start + 1] !== '/') {
      at = closingTag(html, name, end);
    }
    start = at;
  }
  return text + html.slice(at);
}

function endOf(html: string, close: string, from: number): number {
  const at = html.indexOf(close, from);
  return at < 0 ? html.length : at + close.length;
}

/** Where a tag ends; in the quotes of its attributes anything may stand. */
function endOfTag(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const mark = html.charAt(at);
    if (mark === '>') {
      return at + 1;
    }
    if ((mark === '"' || mark === "'") && html[at - 1] === '=') {
      const close = html.indexOf(mark, at + 1);
      if (close < 0) {
        return html.length;
      }
      at = close;
    }
  }
  return html.length;
}

/** Where an element is closed whose content is no HTML. */
function closingTag(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}
