/** What only printable ASCII has no need to be normalised for. */
const ASCII = /^[ -~]*$/;

/** Letters that are no letter with a mark, but that keyboards without them write so. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};

/** Accents and the like on Latin and Greek letters. In other scripts a mark makes another letter: и and й, か and が. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+/gu;

/** What cannot be seen: a soft hyphen, a zero-width space, a byte order mark, and what asks for a coloured emoji. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]|\ufe0f/g;

/** What stands between words. */
const SEPARATORS = /[\s_\u2010-\u2015-]+/g;
const HAS_SEPARATOR = /[\s_\u2010-\u2015-]/;

/** `node.js` is `nodejs`, but `.NET` is not `net`, and 1.1 not 11. */
const INNER_DOT = /(?<=\p{L})\.(?=\p{L})/gu;

/**
 * What names have in common that are spelt differently: without case, accents, and blanks, hyphens and underscores between
 * words. All other characters stay, so that `C`, `C++` and `C#` are three; and so does what separates digits: `2019-20` is not
 * `201920`.
 */
export function spellingKey(name: string): string {
  const folded = (ASCII.test(name) ? name.toLowerCase() : withoutAccents(name)).trim();
  const key = HAS_SEPARATOR.test(folded) ? joined(folded) : folded;
  return key.includes('.') ? key.replace(INNER_DOT, '') : key;
}

/** The words without what separates them; what stands before or behind all of them stays: `-5` and `A-` are not `5` and `A`. */
function joined(folded: string): string {
  return folded.replace(SEPARATORS, (run, at: number) => {
    const end = at + run.length;
    const isOutside = at === 0 || end === folded.length;
    return isOutside ? run : isDigit(folded[at - 1]) && isDigit(folded[end]) ? '-' : '';
  });
}

function withoutAccents(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/[ßæœøłđı]/g, (letter) => LETTERS[letter] ?? letter)
    .toLowerCase();
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** Words that are more than the plural of what they are without their `s`. */
const NO_PLURALS = new Set([
  'analytics', 'arms', 'athletics', 'basics', 'canvas', 'customs', 'economics', 'electronics', 'ethics', 'ftps', 'glasses', 'goods', 'graphics', 'https', 'lens', 'logistics', 'mars',
  'mathematics', 'means', 'news', 'pandas', 'physics', 'politics', 'rails', 'robotics', 'series', 'species', 'statistics', 'teams', 'windows',
]); // prettier-ignore

/** Shorter words than this have no plural: `AWS` is not several `AW`. */
const MIN_SINGULAR = 3;

/**
 * The keys that the singular of a name might have, if its English plural is what the name is: there is none unless a tag has
 * that key. A name all in capitals is an abbreviation: `HTTPS` is not several `HTTP`.
 */
export function singularKeys(name: string, key = spellingKey(name)): string[] {
  const isPlural = /[a-z]s$/.test(key) && !key.endsWith('ss') && !/^[^\p{Ll}]*S$/u.test(name.trim());
  if (!isPlural || NO_PLURALS.has(/[a-z]+$/.exec(name.trim().toLowerCase())?.[0] ?? '')) {
    return [];
  }
  const stem = key.slice(0, -2);
  const singulars = [key.slice(0, -1)];
  if (/(?:[sxzo]|ch|sh)es$/.test(key)) {
    singulars.push(stem);
  }
  if (/[^aeiou]ies$/.test(key)) {
    singulars.push(`${key.slice(0, -3)}y`);
  }
  return singulars.filter((singular) => singular.length >= MIN_SINGULAR && /[a-z]$/.test(singular));
}

/** The keys that the English plural of a key might have. */
export function pluralKeys(key: string): string[] {
  return [`${key}s`, `${key}es`, ...(key.endsWith('y') ? [`${key.slice(0, -1)}ies`] : [])];
}
