import type { MapNode } from '../../../frontMatter/tree';
import type { RubyHash } from '../ruby/values';

/** A configuration file as Jekyll reads it. */
export interface Settings {
  readonly data: RubyHash;
  /** The same with its places; null for an empty file. */
  readonly root: MapNode | null;
  /** Jekyll cannot read it, and makes no site. */
  readonly isBroken: boolean;
}
