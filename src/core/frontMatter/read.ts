import type { Fence } from './fence';
import { beyondLimits } from './limits';
import { json, toml, yaml } from './lazy';
import type { Format, FrontMatter } from './tree';

/** How a reader of its own reads YAML: see Reader.readYaml. */
export type YamlReader = (source: string, base: number) => FrontMatter;

/**
 * Reads the header that a fence encloses.
 * @param ownYaml the generator's own reader of YAML, if it has one
 */
export function readFrontMatter(text: string, { format, header }: Fence, ownYaml?: YamlReader): FrontMatter {
  const source = text.slice(header.start, header.end);
  return ownYaml && format === 'yaml'
    ? ownYaml(source, header.start)
    : readSource(source, format, header.start);
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
