import type { Format } from '../frontMatter/tree';

/** The format of a configuration file, by its extension. */
export function configFormat(name: string): Format {
  return name.endsWith('.toml') ? 'toml' : name.endsWith('.json') ? 'json' : 'yaml';
}

/** Leaves out what is not said, so that configurations can be laid over each other. */
export function said<T extends object>(values: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
