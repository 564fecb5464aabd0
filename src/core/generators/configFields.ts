import { readSource } from '../frontMatter/read';
import type { Entry, Format, Node } from '../frontMatter/tree';
import { fieldsOf } from '../frontMatter/tree';
import type { Data, PlainReader } from './scalars';
import { dataOf } from './scalars';

/** The top fields of a configuration file, for looking values up by name and type. */
export class ConfigFields {
  readonly #entries: readonly Entry[];

  /**
   * @param text the file; what of it cannot be read counts as not said
   * @param plain how the generator types unquoted YAML
   * @param foldsKeys keys are compared without regard to case
   */
  constructor(
    text: string,
    format: Format,
    readonly plain: PlainReader,
    readonly foldsKeys: boolean,
  ) {
    this.#entries = fieldsOf(readSource(text, format));
  }

  /** The value of a field; undefined where the field is missing or empty. Of several with one name the last one counts. */
  node(name: string): Node | undefined {
    const entry = this.#entries.findLast(
      ({ key }) => (this.foldsKeys ? key.name?.toLowerCase() : key.name) === name,
    );
    return entry?.value ?? undefined;
  }

  string(name: string): string | undefined {
    const value = this.#scalar(name);
    return typeof value === 'string' ? value : undefined;
  }

  boolean(name: string): boolean | undefined {
    const value = this.#scalar(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  number(name: string): number | undefined {
    const value = this.#scalar(name);
    return typeof value === 'number' ? value : undefined;
  }

  #scalar(name: string): Data | undefined {
    const node = this.node(name);
    return node?.kind === 'scalar' ? dataOf(node, this.plain) : undefined;
  }
}

/** The format of a configuration file, by its extension. */
export function configFormat(name: string): Format {
  return name.endsWith('.toml') ? 'toml' : name.endsWith('.json') ? 'json' : 'yaml';
}

/** Leaves out what is not said, so that configurations can be laid over each other. */
export function said<T extends object>(values: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
