import type { Severity } from '../core/rules/rule';
import type { Place, Shown } from './show';

/** What `--fix` did to a file. */
export interface Fixed {
  /** The findings that are gone, as they were before. */
  readonly findings: readonly { readonly code: string; readonly message: string; readonly line: number }[];
  /** Why the file was left as it is though it has findings to fix; null where it was not. */
  readonly left: string | null;
}

/** What `check` tells of one file; every key is always there. */
export interface Checked {
  readonly file: string;
  readonly generator: Shown['generator'];
  readonly findings: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    readonly range: Place;
    readonly fixes: readonly {
      readonly title: string;
      readonly kind: 'quickfix';
      readonly preferred: boolean;
      readonly edits: readonly { readonly range: Place; readonly newText: string }[];
      /** The file's new path from the site's root; null where it stays. */
      readonly rename: string | null;
    }[];
  }[];
  /** What `--fix` did; null where nothing was to be fixed. */
  readonly fixed: Fixed | null;
}
