import type { SiteFiles } from '../generators/siteFiles';

/** Reads each file and folder once, and keeps what was read: every report of a site asks for the same ones. */
export class KeptFiles implements SiteFiles {
  readonly #texts = new Map<string, Promise<string | null>>();
  readonly #names = new Map<string, Promise<readonly string[] | null>>();

  constructor(readonly files: SiteFiles) {}

  text(path: string): Promise<string | null> {
    return kept(this.#texts, path, () => this.files.text(path));
  }

  names(folder: string): Promise<readonly string[] | null> {
    return kept(this.#names, folder, () => this.files.names(folder));
  }
}

function kept<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  let value = known.get(key);
  if (!value) {
    value = read();
    known.set(key, value);
  }
  return value;
}
