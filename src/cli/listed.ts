import type { NearDuplicate } from '../core/index/nearDuplicates';

/** What `tags` tells; every key is always there. */
export interface Listed {
  /** The most used first, then by name. */
  readonly tags: readonly {
    readonly name: string;
    readonly count: number;
    /** In the order in which they were found. */
    readonly files: readonly string[];
  }[];
  readonly nearDuplicates: readonly NearDuplicate[];
}
