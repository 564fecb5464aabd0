import type * as Card from './card';

/** What is taken along of a report; evaluated when something first is. */
export const card = () => require('./card') as typeof Card;
