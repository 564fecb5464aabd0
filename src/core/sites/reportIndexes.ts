import { TAXONOMIES } from '../tags/fields';
import type { Taxonomy } from '../tags/fields';
import { TagIndex } from '../tags/tagIndex';
import type { OtherReports } from './otherReports';
import type { HeaderReading } from './readHeader';
import { ReportIndex } from './reportIndex';

/** The tags of all reports, and what the reports of each site say. */
export class ReportIndexes {
  readonly #tags: Readonly<Record<Taxonomy, TagIndex>> = {
    tags: new TagIndex(),
    categories: new TagIndex(),
    keywords: new TagIndex(),
  };
  /** By the root of the site. */
  readonly #sites = new Map<string, ReportIndex>();
  /** The roots of the sites of files, by the files' keys. */
  readonly #roots = new Map<string, string>();

  /** The tags, the categories or the keywords of all reports. */
  of(taxonomy: Taxonomy): TagIndex {
    return this.#tags[taxonomy];
  }

  /** What the reports of a site say, but for one. */
  othersThan(key: string, root: string): OtherReports {
    return this.#siteAt(root).othersThan(key);
  }

  /**
   * Puts what a file tells in the place of what it told before.
   * @param key of the file
   * @param reading null for a file that is gone
   * @param root of its site
   * @returns whether that changed anything
   */
  set(key: string, reading: HeaderReading | null, root: string): boolean {
    let changed = false;
    for (const taxonomy of TAXONOMIES) {
      changed = this.#tags[taxonomy].set(key, reading?.terms[taxonomy] ?? []) || changed;
    }
    const before = this.#roots.get(key);
    if (before !== undefined && (before !== root || !reading?.facts)) {
      changed = this.#siteAt(before).set(key, null) || changed;
      this.#roots.delete(key);
    }
    if (reading?.facts) {
      this.#roots.set(key, root);
      changed = this.#siteAt(root).set(key, reading.facts) || changed;
    }
    return changed;
  }

  #siteAt(root: string): ReportIndex {
    let index = this.#sites.get(root);
    if (!index) {
      index = new ReportIndex();
      this.#sites.set(root, index);
    }
    return index;
  }
}
