import type * as Panel from './panel';
import type * as TakeAlong from './takeAlong';

/** What shows a report; evaluated when the first preview is opened. */
export const panel = () => require('./panel') as typeof Panel;

/** What copies and exports. */
export const takeAlong = () => require('./takeAlong') as typeof TakeAlong;
