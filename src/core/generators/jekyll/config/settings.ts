import { libyaml } from '../../../frontMatter/lazy';
import { treeOf } from '../../../frontMatter/libyaml/tree';
import { beyondLimits } from '../../../frontMatter/limits';
import { readSource } from '../../../frontMatter/read';
import type { FrontMatter } from '../../../frontMatter/tree';
import { rubyValue } from '../header';
import { RubyHash } from '../ruby/values';
import type { Settings } from './configFile';

/** Reads `_config.yml`, `_config.yaml` or `_config.toml` (Configuration#read_config_file). */
export function readSettings(text: string, name: string): Settings {
  const { root, problems } = name.endsWith('.toml') ? readSource(text, 'toml') : readYaml(text);
  const isBroken = problems.some(({ code }) => code !== 'BAD_ALIAS' && code !== 'REST');
  if (isBroken || root?.kind !== 'map') {
    // What is no map is not used, with a warning.
    return { data: new RubyHash(), root: null, isBroken };
  }
  const data = rubyValue(root);
  return { data: data instanceof RubyHash ? data : new RubyHash(), root, isBroken };
}

function readYaml(text: string): FrontMatter {
  const source = text.replace(/^\uFEFF/, '');
  const beyond = beyondLimits(source, 0);
  return beyond
    ? { format: 'yaml', root: null, problems: [beyond] }
    : treeOf(libyaml().readRaw(source), 0, source.length);
}
