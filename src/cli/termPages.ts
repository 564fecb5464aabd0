import { readdirSync } from 'node:fs';
import { isPageOf } from '../core/terms/termPages';
import type { ReportFile } from './files';
import type { RenameOptions } from './options';

/** Finds the files that are a term's own pages in the sites of reports: they are no reports themselves. */
export class TermPages {
  readonly #folders = new Map<string, { readonly source: ReportFile; readonly top: string }>();

  /** Notes where a report's site keeps its pages. */
  see(source: ReportFile): void {
    const { file, path, site } = source;
    const top = path.slice(0, path.indexOf('/') + 1);
    if (site.generator.terms.ofPage && file.endsWith(path)) {
      const folder = file.slice(0, file.length - path.length) + top;
      if (!this.#folders.has(folder)) {
        this.#folders.set(folder, { source, top });
      }
    }
  }

  /** The pages of the term that is renamed; those that would fit the new name as well are left out. */
  find({ taxonomy, from, to }: Pick<RenameOptions, 'taxonomy' | 'from' | 'to'>): string[] {
    return [...this.#folders].flatMap(([folder, { source, top }]) => {
      const terms = namesIn(folder + taxonomy);
      const files = terms.flatMap((term) =>
        namesIn(`${folder}${taxonomy}/${term}`).map((name) => `${taxonomy}/${term}/${name}`),
      );
      const isPage = (path: string, name: string) => isPageOf(top + path, source.site, taxonomy, name);
      return files.filter((path) => isPage(path, from) && !isPage(path, to)).map((path) => folder + path);
    });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
