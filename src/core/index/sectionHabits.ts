/** What the reports of a section have, or lack. */
export type Habit = 'title' | 'date';

/** Where a site's reports have something, seen from one of them. */
export type Near =
  /** In its section. */
  | 'beside'
  /** In other sections only: its own may hold pages that lack it by habit. */
  | 'elsewhere'
  /** In no report. */
  | 'nowhere';

/**
 * Tells where other reports have something. What a section is, folders tell: one that holds such reports, and a folder
 * below the one that all of those share.
 * @param path from the site's root
 * @param having the folders of the other reports that have it (`sectionFolder`)
 */
export function nearTo(path: string, having: Iterable<string>): Near {
  const own = sectionFolder(path).split('/');
  const folders = Array.from(having, (folder) => folder.split('/'));
  let root: readonly string[] | undefined;
  for (const above of folders) {
    root = root ? root.slice(0, shared(root, above)) : above;
  }
  if (!root) {
    return 'nowhere';
  }
  const { length } = root;
  // The outermost folder holds sections: `content`, say.
  const isInside = length > 1 && shared(own, root) === length;
  const isBeside = folders.some((above) => {
    const common = shared(own, above);
    return common > length || (common === above.length && common <= own.length);
  });
  return isInside || isBeside ? 'beside' : 'elsewhere';
}

/** The folder that a report is in, from the site's root; a bundle's own folder is the report. */
export function sectionFolder(path: string): string {
  return path.replace(/(?:(?:^|\/)[^/]*)?\/index\.[^/]*$|(?:^|\/)[^/]*$/, '');
}

/** How many of the first folders are the same. */
function shared(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((name, at) => name !== b[at]);
  return end < 0 ? a.length : end;
}
