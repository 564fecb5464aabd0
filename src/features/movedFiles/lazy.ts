import type * as Links from './links';

/** What finds the reports that name a moved file; only moves ask for it. */
export const links = () => require('./links') as typeof Links;
