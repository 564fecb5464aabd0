/** A name of this length or longer is not easily one letter from another by chance (UTF-16 code units). */
const MIN_LENGTH = 5;

/** Where one character is a letter, not a word. */
const ALPHABETIC = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]*$/u;

/** What ends another word of the same family: `manage` and `managed`, `manager`; `cloud` and `cloudy`. */
const ENDING = /^[dnry]$/;

/**
 * Tells whether two keys of spellings differ as by a slip of the finger: by one letter more, less or another, or by two
 * neighbours that have changed places. The first letter is hardly ever wrong, and another last one makes another word
 * (`logging` and `blogging`, `linus` and `linux`). Digits are never slips.
 */
export function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < MIN_LENGTH || long.length - short.length > 1 || a === b) {
    return false;
  }
  let start = 0;
  while (start < short.length && short[start] === long[start]) {
    start++;
  }
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) {
    end++;
  }
  if (start === 0 || long.length - start - end > 2) {
    return false;
  }
  const less = short.slice(start, short.length - end);
  const more = long.slice(start, long.length - end);
  if (!/^\p{L}*$/u.test(less + more) || !ALPHABETIC.test(a) || !ALPHABETIC.test(b)) {
    return false;
  }
  switch (less.length) {
    case 0:
      return end > 0 || !ENDING.test(more);
    case 1:
      return more.length === 1 && end > 0;
    default:
      return less.length === 2 && more.length === 2 && less === more.charAt(1) + more.charAt(0);
  }
}
