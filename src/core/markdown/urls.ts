/** As markdown-it and goldmark judge them: what may run a script, or read a file. */
const UNSAFE = /^(?:javascript|vbscript|file|data):/i;
const SAFE_DATA = /^data:image\/(?:gif|png|jpeg|webp);/i;

/** The target of a link or an image, as it may stand in HTML; null for one that is not safe. */
export function safeUrl(url: string): string | null {
  // Browsers overlook blanks and control characters before the scheme and in it.
  // eslint-disable-next-line no-control-regex -- it is they that are meant
  const bare = url.slice(0, 1000).replace(/[\u0000-\u0020]/g, '');
  return UNSAFE.test(bare) && !SAFE_DATA.test(bare) ? null : url;
}
