/** How many characters are compared at most: patterns with many stars try many ways. */
const MAX_STEPS = 100_000;

/**
 * Ruby's `File.fnmatch`: `*`, `?` and `[…]`.
 * @param isPath stars stop at slashes, and `**` with a slash behind it is any number of folders, as in `Dir.glob`
 */
export function fnmatch(pattern: string, text: string, isPath: boolean): boolean {
  let steps = 0;
  const matches = (p: number, t: number): boolean => {
    if (++steps > MAX_STEPS) {
      return false;
    }
    if (p === pattern.length) {
      return t === text.length;
    }
    if (isPath && pattern.startsWith('**/', p)) {
      const next = text.indexOf('/', t);
      return matches(p + 3, t) || (next >= 0 && text[t] !== '.' && matches(p, next + 1));
    }
    if (pattern[p] === '*') {
      const isStop = t === text.length || (isPath && text[t] === '/');
      return matches(p + 1, t) || (!isStop && !isHidden(text, t, isPath) && matches(p, t + 1));
    }
    if (t === text.length) {
      return false;
    }
    if (pattern[p] === '?') {
      return !(isPath && text[t] === '/') && !isHidden(text, t, isPath) && matches(p + 1, t + 1);
    }
    const set = pattern[p] === '[' ? /^\[([!^]?)([^\]]+)\]/.exec(pattern.slice(p)) : null;
    if (set) {
      return inSet(set[2] ?? '', text[t] ?? '') !== (set[1] !== '') && matches(p + set[0].length, t + 1);
    }
    return pattern[p] === text[t] && matches(p + 1, t + 1);
  };
  return matches(0, 0);
}

/** A point at the start is only matched by a point. */
function isHidden(text: string, at: number, isPath: boolean): boolean {
  return text[at] === '.' && (at === 0 || (isPath && text[at - 1] === '/'));
}

function inSet(set: string, character: string): boolean {
  for (let at = 0; at < set.length; at++) {
    const [first = '', dash, last] = set.slice(at, at + 3);
    if (dash === '-' && last !== undefined) {
      if (character >= first && character <= last) {
        return true;
      }
      at += 2;
    } else if (first === character) {
      return true;
    }
  }
  return false;
}
