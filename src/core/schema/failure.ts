import type { Data } from '../generators/scalars';
import type { SchemaObject, SchemaPart } from './shape';

/** What the validator was given. */
export interface Checked {
  readonly schema: SchemaPart;
  readonly lookup: Readonly<Record<string, unknown>>;
  readonly data: Data;
  /** Places of texts that were cut. */
  readonly cut: ReadonlySet<string>;
}

/** What the validator says of one keyword, with what that stands for. */
export interface Failure {
  readonly keyword: string;
  /** The part of the schema that holds the keyword. */
  readonly part: SchemaObject;
  /** The keyword that holds this part: `additionalProperties`, `items`… */
  readonly within: string;
  readonly path: readonly string[];
  readonly value: Data | undefined;
  readonly checked: Checked;
}
