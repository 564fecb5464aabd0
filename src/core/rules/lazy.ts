import type * as Rules from '.';

/** The rules; evaluated when the first report is checked. */
export const rules = () => require('.') as typeof Rules;
