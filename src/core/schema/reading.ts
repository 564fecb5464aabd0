import type { Message } from '../message';
import type { FieldSchema } from '../rules/rule';

/** What a schema's text was found to be. */
export type SchemaReading =
  | { readonly schema: FieldSchema; readonly problem: null }
  /** It cannot be used, and why, in a sentence that names the place. */
  | { readonly schema: null; readonly problem: Message };
