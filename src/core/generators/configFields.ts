import type { Format } from '../frontMatter/tree';

/** The format of a configuration file, by its extension. */
export function configFormat(name: string): Format {
  return name.endsWith('.toml') ? 'toml' : name.endsWith('.json') ? 'json' : 'yaml';
}

/** Leaves out what is not said, so that configurations can be laid over each other. */
export function said<T extends object>(values: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** The host and the path of a site's address; undefined for what is not said, or is none. */
export function addressOf(
  address: string | undefined,
  path?: string,
): { readonly origin: string | undefined; readonly basePath: string | undefined } {
  const [, origin, below = ''] =
    /^(https?:\/\/[^\s/?#@\\]+)([^\s?#\\]*)$/i.exec((address ?? '').trim()) ?? [];
  const inHost = (path ?? below).trim().replace(/^\/+|\/+$/g, '');
  return { origin, basePath: inHost === '' ? undefined : `/${inHost}` };
}
