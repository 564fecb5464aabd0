/* What is loaded on first use, in one file. */
export { mergeTags, renameTag } from './commands';
export { TagRenameProvider } from './provider';
