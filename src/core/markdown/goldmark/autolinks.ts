/** A host: at most 256 characters, then a dot and letters. The last dot that will do is the one that counts. */
const HOST = /[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+/y;
const PORT = /:\d+/y;
const PATH = /[/#?][-a-zA-Z0-9@:%_+.~#!?&/=();,'">^{}[\]`]*/y;
/** The path of a URL with a scheme may hold a dollar sign too. */
const FULL_PATH = /[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'">^{}[\]`]*/y;
const LOCAL = /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@/y;
const LABELS =
  /[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*/y;

/** Whether it is worth looking: most texts hold no address. */
export function mayHoldLinks(text: string): boolean {
  return /:\/\/|www\.|@/.test(text);
}

interface Autolink {
  readonly href: string;
  readonly end: number;
}

/** An address that starts here, with h, w or f if it is a URL, as goldmark finds them (extension/linkify.go). */
export function linkAt(
  text: string,
  at: number,
  max: number,
  mayBeMail: boolean,
  protocol: string,
): Autolink | null {
  const code = text.charCodeAt(at);
  const found =
    (code === 104 || code === 119 || code === 102 ? urlAt(text, at, max, protocol) : null) ??
    (mayBeMail ? mailAt(text, at, max) : null);
  if (!found) {
    return null;
  }
  let { end } = found;
  while (end > at + 1 && '?!.,:*_~'.includes(text.charAt(end - 1))) {
    end--;
  }
  return { href: found.scheme + text.slice(at, end), end };
}

interface Found {
  readonly scheme: string;
  readonly end: number;
}

function urlAt(text: string, at: number, max: number, protocol: string): Found | null {
  const prefix = ['http://', 'https://', 'ftp://', 'www.'].find((each) => text.startsWith(each, at));
  if (prefix === undefined) {
    return null;
  }
  const isWww = prefix === 'www.';
  let end = after(HOST, text, at + prefix.length);
  if (end < 0) {
    return null;
  }
  if (!isWww) {
    end = Math.max(end, after(PORT, text, end));
  }
  end = Math.min(max, Math.max(end, after(isWww ? PATH : FULL_PATH, text, end)));
  return { scheme: isWww ? `${protocol}://` : '', end: withoutTail(text, at, end) };
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Punctuation at the end that is none of the address: a dot, unmatched parentheses, a character reference. */
function withoutTail(text: string, start: number, end: number): number {
  const last = text.charAt(end - 1);
  if (last === '.') {
    return end - 1;
  }
  if (last === ')') {
    const url = text.slice(start, end);
    return end - Math.max(0, url.split(')').length - url.split('(').length);
  }
  const reference = last === ';' ? /&[a-zA-Z0-9]+;$/.exec(text.slice(Math.max(start, end - 40), end)) : null;
  return end - (reference?.[0].length ?? 0);
}

function mailAt(text: string, at: number, max: number): Found | null {
  if (/[!-/:-@[-`{-~]/.test(text.charAt(at))) {
    return null;
  }
  const domain = after(LOCAL, text, at);
  let end = domain < 0 ? -1 : Math.min(max, after(LABELS, text, domain));
  if (end < 0 || !text.slice(domain, end - 1).includes('.')) {
    return null;
  }
  if (text.charAt(end - 1) === '.') {
    end--;
  }
  return '-_'.includes(text.charAt(end) || ' ') ? null : { scheme: 'mailto:', end };
}
