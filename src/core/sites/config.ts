import type { Entry, Node } from '../frontMatter/tree';
import { fieldsOf, findField } from '../frontMatter/tree';
import { readSource } from '../frontMatter/read';
import type { GeneratorName, SiteConfig } from '../generators/generator';
import { dataOf, goYaml12, safeYaml } from '../generators/scalars';
import type { Data } from '../generators/scalars';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reads the parts of Jekyll's `_config.yml` that decide what happens to a post. What is missing or of the wrong type
 * counts as not said.
 */
export function readJekyllConfig(text: string): SiteConfig {
  const fields = fieldsOf(readSource(text, 'yaml'));
  const value = (name: string) => valueOf(findField(fields, name), safeYaml);
  const config: Mutable<SiteConfig> = {};
  set(config, 'excerptSeparator', value('excerpt_separator'), isString);
  set(config, 'permalink', value('permalink'), isString);
  set(config, 'timeZone', value('timezone'), isString);
  set(config, 'future', value('future'), isBoolean);
  set(config, 'unpublished', value('unpublished'), isBoolean);
  set(config, 'drafts', value('show_drafts'), isBoolean);
  return config;
}

/**
 * Reads the parts of Hugo's configuration that decide what happens to a page. Keys are compared without regard to case.
 * @param name the file's name, whose extension tells the format
 */
export function readHugoConfig(text: string, name: string): SiteConfig {
  const format = name.endsWith('.toml') ? 'toml' : name.endsWith('.json') ? 'json' : 'yaml';
  const fields = fieldsOf(readSource(text, format));
  const value = (key: string) =>
    valueOf(
      fields.findLast((field) => field.key.name?.toLowerCase() === key),
      goYaml12,
    );
  const config: Mutable<SiteConfig> = {};
  set(config, 'timeZone', value('timezone'), isString);
  set(config, 'future', value('buildfuture'), isBoolean);
  set(config, 'drafts', value('builddrafts'), isBoolean);
  set(config, 'unpublished', value('buildexpired'), isBoolean);
  set(config, 'summaryLength', value('summarylength'), isNumber);
  return config;
}

/** Reads a site's configuration file; see SITE_FILES. */
export function readConfig(generator: GeneratorName, text: string, name: string): SiteConfig {
  return generator === 'jekyll' ? readJekyllConfig(text) : readHugoConfig(text, name);
}

function valueOf(entry: Entry | undefined, plain: typeof safeYaml): Data | undefined {
  const node: Node | null | undefined = entry?.value;
  return node?.kind === 'scalar' ? dataOf(node, plain) : undefined;
}

function set<K extends keyof SiteConfig>(
  config: Mutable<SiteConfig>,
  key: K,
  value: Data | undefined,
  is: (value: unknown) => value is NonNullable<SiteConfig[K]>,
): void {
  if (is(value)) {
    config[key] = value;
  }
}

const isString = (value: unknown): value is string => typeof value === 'string';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isNumber = (value: unknown): value is number => typeof value === 'number';
