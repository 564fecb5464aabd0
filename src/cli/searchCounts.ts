import type { FoundSite } from '../core/sites/findSite';
import { shownPath } from './paths';

/** What was seen below a folder, so that it can be told why there is no report in it. */
export class SearchCounts {
  reports = 0;
  /** Files that are no Markdown. */
  others = 0;
  /** Markdown files of a site that lie where the generator looks for no reports. */
  elsewhere = 0;
  /** Markdown files of no site that have no front matter. */
  bare = 0;
  /** Files and folders that were named already, as they cannot be read. */
  unread = 0;
  /** The names of folders that were not looked into. */
  readonly skipped = new Set<string>();

  /** No report was found, and nothing was said that would tell why. */
  get isNothing(): boolean {
    return this.reports === 0 && this.unread === 0;
  }

  /** Why there is no report, for people. */
  reason(open: { readonly site: FoundSite } | null): string {
    const markdown = this.elsewhere + this.bare;
    const left =
      this.skipped.size > 0 ? `; not looked into: ${[...this.skipped].map(shownPath).join(', ')}` : '';
    if (markdown === 0) {
      const isEmpty = this.others === 0 && this.skipped.size === 0;
      return isEmpty ? 'there is no file in it' : `there is no Markdown file in it${left}`;
    }
    const files = markdown === 1 ? 'its one Markdown file' : `none of its ${String(markdown)} Markdown files`;
    const verb = (one: string, many: string) => (markdown === 1 ? one : many);
    return open && this.elsewhere > 0
      ? `${files} ${verb('does not lie', 'lies')} where ${open.site.generator.title} looks for reports${left}`
      : `${files} ${verb('has no', 'has')} front matter, and no site was found around ${verb('it', 'them')}${left}`;
  }
}
