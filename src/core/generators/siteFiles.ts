/** A site's files as the host reads them. Paths are from the site's root, with forward slashes. */
export interface SiteFiles {
  /** A file's text; null where there is no such file. */
  text(path: string): Promise<string | null>;
  /** The names in a folder, those of folders with a `/` behind them; null where there is no such folder. */
  names(folder: string): Promise<readonly string[] | null>;
}
