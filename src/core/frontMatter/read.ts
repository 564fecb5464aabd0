import type { Fence } from './fence';
import { beyondLimits } from './limits';
import { json, toml, yaml } from './lazy';
import type { Format, FrontMatter } from './tree';

/** Reads the header that a fence encloses. */
export function readFrontMatter(text: string, { format, header }: Fence): FrontMatter {
  return readSource(text.slice(header.start, header.end), format, header.start);
}

/**
 * Reads a source in one of the formats.
 * @param base offset of `source` in its file; all ranges are offsets in the file
 */
export function readSource(source: string, format: Format, base = 0): FrontMatter {
  const problem = beyondLimits(source, base);
  if (problem) {
    return { format, root: null, problems: [problem] };
  }
  switch (format) {
    case 'yaml':
      return yaml().readYaml(source, base);
    case 'toml':
      return toml().readToml(source, base);
    case 'json':
      return json().readJson(source, base);
  }
}
