import type { GeneratorName } from '../generators/generator';

/** Where a report stands, as far as it decides where its links and images lead. */
export interface DestinationPlace {
  /** The report's path from its site's root, with forward slashes. */
  readonly path: string;
  readonly generator: GeneratorName;
  /** The path that the site is published under: `/blog`, with no slash at its end; empty for the host's root. */
  readonly basePath: string;
  /** The host that the site is published at: `https://example.org`; null where that is not known. */
  readonly origin: string | null;
  /** The address of the report below the site's root; null where that is not known. */
  readonly url: string | null;
  /** The folders that hold what the site publishes from its root, each empty or with a slash at its end. */
  readonly roots: readonly string[];
  /** The folders that hold pages, likewise. */
  readonly contentFolders: readonly string[];
}

/** Whether a destination is followed or loaded: pages are written in other files than images. */
export type DestinationUse = 'link' | 'image';
