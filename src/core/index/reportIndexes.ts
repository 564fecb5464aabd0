import { TAXONOMIES } from '../report/termFields';
import type { Taxonomy } from '../report/termFields';
import { Spellings } from './spellings';
import { TagIndex } from './tagIndex';
import type { Tag } from './tagIndex';
import type { OtherReports } from './otherReports';
import type { HeaderReading } from './readHeader';
import type { ReportFacts } from './reportFacts';
import { ReportIndex } from './reportIndex';

/** What the reports of one site say, and how they write their terms. */
interface SiteIndex {
  readonly reports: ReportIndex;
  readonly spellings: Readonly<Record<Taxonomy, Spellings>>;
}

/** The tags of all reports, and what the reports of each site say. */
export class ReportIndexes {
  readonly #tags: Readonly<Record<Taxonomy, TagIndex>> = {
    tags: new TagIndex(),
    categories: new TagIndex(),
    keywords: new TagIndex(),
  };
  /** By the root of the site. */
  readonly #sites = new Map<string, SiteIndex>();
  /** The roots of the sites of files, by the files' keys. */
  readonly #roots = new Map<string, string>();

  /** The tags, the categories or the keywords of all reports. */
  of(taxonomy: Taxonomy): TagIndex {
    return this.#tags[taxonomy];
  }

  /** What the reports of a site say, but for one. */
  othersThan(key: string, root: string): OtherReports {
    const { reports, spellings } = this.#siteAt(root);
    const isOwn = this.#roots.get(key) === root;
    return {
      ...reports.othersThan(key),
      spellings: (taxonomy) =>
        spellings[taxonomy].without(new Set(isOwn ? this.#namesOf(key, taxonomy) : [])),
    };
  }

  /** What a report says; null for a file that is none. */
  factsOf(key: string): ReportFacts | null {
    const root = this.#roots.get(key);
    return root === undefined ? null : this.#siteAt(root).reports.of(key);
  }

  /** What a file tells, as it was put here: its terms once each. */
  readingOf(key: string): Omit<HeaderReading, 'lasts'> {
    const terms = (taxonomy: Taxonomy) => this.#namesOf(key, taxonomy);
    return {
      terms: { tags: terms('tags'), categories: terms('categories'), keywords: terms('keywords') },
      facts: this.factsOf(key),
    };
  }

  /**
   * Puts what a file tells in the place of what it told before.
   * @param key of the file
   * @param reading null for a file that is gone
   * @param root of its site
   * @returns whether that changed anything
   */
  set(key: string, reading: Omit<HeaderReading, 'lasts'> | null, root: string): boolean {
    let changed = false;
    const before = this.#roots.get(key);
    if (before !== undefined) {
      this.#count(key, before, -1);
    }
    for (const taxonomy of TAXONOMIES) {
      const names = reading?.terms[taxonomy] ?? [];
      changed = this.#tags[taxonomy].set(key, names, reading?.facts?.time ?? null) || changed;
    }
    if (before !== undefined && (before !== root || !reading?.facts)) {
      changed = this.#siteAt(before).reports.set(key, null) || changed;
      this.#roots.delete(key);
    }
    if (reading?.facts) {
      this.#roots.set(key, root);
      this.#count(key, root, 1);
      changed = this.#siteAt(root).reports.set(key, reading.facts) || changed;
    }
    return changed;
  }

  #count(key: string, root: string, by: 1 | -1): void {
    const { spellings } = this.#siteAt(root);
    for (const taxonomy of TAXONOMIES) {
      const tags = this.#tags[taxonomy].tagsOf(key);
      if (tags.length > 0) {
        spellings[taxonomy].add(namesOf(tags), by);
      }
    }
  }

  #namesOf(key: string, taxonomy: Taxonomy): string[] {
    return namesOf(this.#tags[taxonomy].tagsOf(key));
  }

  #siteAt(root: string): SiteIndex {
    let index = this.#sites.get(root);
    if (!index) {
      index = {
        reports: new ReportIndex(),
        spellings: { tags: new Spellings(), categories: new Spellings(), keywords: new Spellings() },
      };
      this.#sites.set(root, index);
    }
    return index;
  }
}

function namesOf(tags: readonly Tag[]): string[] {
  return tags.map(({ name }) => name);
}
