/** More than anybody writes, or reads, in one post. What is longer is shown as it is written. */
const MAX_LENGTH = 200_000;

/** Brackets that nothing closes: each of them would be tried as a link. */
const MAX_OPEN_BRACKETS = 200;

/** Cuts a text where it grows too long for a parser, at a line's end: the rest is no Markdown any more. */
export function cut(markdown: string): { markdown: string; rest: string } {
  if (markdown.length <= MAX_LENGTH) {
    return { markdown, rest: '' };
  }
  const lineEnd = markdown.lastIndexOf('\n', MAX_LENGTH);
  const at = lineEnd > MAX_LENGTH / 2 ? lineEnd : MAX_LENGTH;
  return { markdown: markdown.slice(0, at), rest: markdown.slice(at) };
}

/** Escapes the brackets of a text that opens far more than it closes; they show the same. */
export function withoutVainBrackets(text: string): string {
  if (text.length <= MAX_OPEN_BRACKETS) {
    return text;
  }
  let open = 0;
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    open++;
  }
  if (open <= MAX_OPEN_BRACKETS) {
    return text;
  }
  for (let at = text.indexOf(']'); at >= 0; at = text.indexOf(']', at + 1)) {
    open--;
  }
  return open <= MAX_OPEN_BRACKETS
    ? text
    : text.replace(/\\[^]|\[/g, (found) => (found === '[' ? '\\[' : found));
}
