import type * as Panel from './panel';

/** What shows a report; evaluated when the first preview is opened. */
export const panel = () => require('./panel') as typeof Panel;
