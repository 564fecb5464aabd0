import type { Fence } from './fence';
import { readJson } from './json';
import { readToml } from './toml';
import type { Format, FrontMatter } from './tree';
import { readYaml } from './yaml';

const readers: Record<Format, (source: string, base: number) => FrontMatter> = {
  yaml: readYaml,
  toml: readToml,
  json: readJson,
};

/** Reads the header that a fence encloses. */
export function readFrontMatter(text: string, { format, header }: Fence): FrontMatter {
  return readers[format](text.slice(header.start, header.end), header.start);
}
