import type * as TagRename from './tagRename';

/** What renames; evaluated when something is first to be renamed. */
export const tagRename = () => require('./tagRename') as typeof TagRename;
