import { libyaml } from '../../frontMatter/lazy';
import { treeOf } from '../../frontMatter/libyaml/tree';
import { beyondLimits } from '../../frontMatter/limits';
import type { FrontMatter } from '../../frontMatter/tree';
import { markColons, shown } from './marks';

/** Reads YAML as Hugo did before 0.152: yaml.v2 is libyaml, put into Go; of several documents it reads the first one. */
export function readOldYaml(source: string, base: number): FrontMatter {
  const beyond = beyondLimits(source, base);
  if (beyond) {
    return { format: 'yaml', root: null, problems: [beyond] };
  }
  if (source.startsWith('...')) {
    const range = { start: base, end: base + 3 };
    const reason = 'the dots end the front matter before it starts';
    return { format: 'yaml', root: null, problems: [{ code: 'DOCUMENT_END', reason, range }] };
  }
  const marked = markColons(source);
  const { root, problems } = treeOf(libyaml().readRaw(marked, base), base, base + source.length);
  return {
    format: 'yaml',
    root: shown(root, marked),
    problems: problems.filter(({ code }) => code !== 'REST'),
  };
}
