import { readRaw } from '../../frontMatter/libyaml';
import { treeOf } from '../../frontMatter/libyaml/tree';
import { beyondLimits } from '../../frontMatter/limits';
import type { FrontMatter } from '../../frontMatter/tree';
import { markColons } from './marks';

/** Reads YAML as Hugo did before 0.152: yaml.v2 is libyaml, put into Go; of several documents it reads the first one. */
export function readOldYaml(source: string, base: number): FrontMatter {
  const beyond = beyondLimits(source, base);
  if (beyond) {
    return { format: 'yaml', root: null, problems: [beyond] };
  }
  const read = treeOf(readRaw(markColons(source), base), base, base + source.length);
  return { ...read, problems: read.problems.filter(({ code }) => code !== 'REST') };
}
