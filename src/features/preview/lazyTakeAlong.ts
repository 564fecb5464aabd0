import type * as TakeAlong from './takeAlong';

/** What copies and exports. */
export const takeAlong = () => require('./takeAlong') as typeof TakeAlong;
