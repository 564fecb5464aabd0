import type * as Filters from './filters';

/** What applies filters; evaluated when the first one is met. */
export const filters = () => require('./filters') as typeof Filters;
