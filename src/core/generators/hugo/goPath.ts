/** How Hugo makes paths of text, and Go makes addresses of paths. */

/** What is no part of a path, but for a percent sign with two digits behind it (common/paths/path.go, Sanitize). */
const OTHER = /[^\p{L}\p{Nd}\p{M}./\\_#+~@-]/u;

/** Go's unicode.IsSpace. */
const SPACE = /[\t-\r\u0085\p{Z}]/u;

/** What a site says about letters in its addresses. */
export interface Letters {
  /** Capitals stay (`disablePathToLower`). */
  readonly keepsCase?: boolean | undefined;
  /** Accents are left out (`removePathAccents`). */
  readonly dropsAccents?: boolean | undefined;
}

/** Text as part of a path (helpers/path.go, MakePathSanitized). */
export function sanitizedPath(text: string, { keepsCase, dropsAccents }: Letters): string {
  const kept = withoutOthers(text);
  const plain = dropsAccents ? withoutAccents(kept) : kept;
  return keepsCase ? plain : goLower(plain);
}

/** What is left out leaves no trace, except that white space leaves one hyphen. */
function withoutOthers(text: string): string {
  if (!OTHER.test(text)) {
    return text;
  }
  let kept = '';
  let isOwed = false;
  let at = 0;
  for (const character of text) {
    const isHex = character === '%' && /^[0-9a-f]{2}/i.test(text.slice(at + 1, at + 3));
    if (isHex || !OTHER.test(character)) {
      kept += isOwed && character !== '-' ? `-${character}` : character;
      isOwed = false;
    } else if (kept !== '' && !kept.endsWith('-') && SPACE.test(character)) {
      isOwed = true;
    }
    at += character.length;
  }
  return kept;
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}

/** Go's strings.ToLower: letter by letter, each for one. */
export function goLower(text: string): string {
  return /^\p{ASCII}*$/u.test(text)
    ? text.toLowerCase()
    : Array.from(text, (letter) => Array.from(letter.toLowerCase())[0] ?? '').join('');
}

/** Go's path.Clean. */
export function cleanPath(path: string): string {
  const isRooted = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && kept.length > 0 && kept.at(-1) !== '..') {
      kept.pop();
    } else if (part !== '' && part !== '.' && !(part === '..' && isRooted)) {
      kept.push(part);
    }
  }
  const joined = kept.join('/');
  return isRooted ? `/${joined}` : joined || '.';
}

/** Go's path.Join. */
export function joinPath(...parts: string[]): string {
  const joined = parts.filter((part) => part !== '').join('/');
  return joined === '' ? '' : cleanPath(joined);
}

/** What Go keeps of a path that is written with percent signs already, and what it keeps of one that is not. */
const VALID_PATH = /^[\w\-.~$&+,/:;=@!'()*[\]%]*$/;
const PLAIN_PATH = /%[0-9a-fA-F]{2}|[^\w\-.~$&+,/:;=@]+?/gu;
const VALID_FRAGMENT = /^[\w\-.~$&+,/:;=@!'()*[\]%?]*$/;
const PLAIN_FRAGMENT = /%[0-9a-fA-F]{2}|[^\w\-.~$&+,/:;=@?!()*]+?/gu;
const BAD_PERCENT = /%(?![0-9a-fA-F]{2})/;

/**
 * A path as it stands in an address (net/url, URL.EscapedPath of what was parsed).
 * @returns null where Go cannot read it
 */
export function escapedPath(path: string): string | null {
  return escaped(path, VALID_PATH, PLAIN_PATH);
}

/**
 * A path with its query and fragment as an address (net/url, URL.String of what was parsed).
 * @returns null where Go cannot read it
 */
export function escapedUrl(url: string): string | null {
  // eslint-disable-next-line no-control-regex -- it is they that Go refuses
  if (/[\0-\x1F\x7F]/.test(url)) {
    return null;
  }
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(?:#([^]*))?$/.exec(url) ?? [];
  const before = escapedPath(path);
  const behind = escaped(fragment, VALID_FRAGMENT, PLAIN_FRAGMENT);
  return before === null || behind === null ? null : before + query + (behind === '' ? '' : `#${behind}`);
}

function escaped(text: string, valid: RegExp, unsafe: RegExp): string | null {
  if (BAD_PERCENT.test(text)) {
    return null;
  }
  return valid.test(text) ? text : text.replace(unsafe, percentOf);
}

/** Of a character that needs it, or of a written percent sign that may not need it. */
function percentOf(part: string): string {
  if (/^%../.test(part)) {
    const character = String.fromCharCode(parseInt(part.slice(1), 16));
    return /[\w\-.~$&+,/:;=@]/.test(character) ? character : part.toUpperCase();
  }
  try {
    return encodeURIComponent(part).replace(/[!'()*]/g, hexOf);
  } catch {
    // Half of a surrogate pair.
    return '%EF%BF%BD';
  }
}

function hexOf(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/**
 * Go's url.QueryUnescape: plus signs are blanks.
 * @returns empty where Go cannot read it
 */
export function queryUnescaped(text: string): string {
  if (!/[%+]/.test(text)) {
    return text;
  }
  if (BAD_PERCENT.test(text)) {
    return '';
  }
  const blanks = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(blanks);
  } catch {
    // Bytes that are no UTF-8.
    return blanks.replace(/%[89a-f]./gi, '\uFFFD').replace(/%../g, (part) => decodeURIComponent(part));
  }
}
