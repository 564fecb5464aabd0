import type * as Contents from './contents';

/** What is read from a report's sections; evaluated when a report is first asked for it. */
export const contents = () => require('./contents') as typeof Contents;
