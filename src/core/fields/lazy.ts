import type * as Hover from './fieldHover';

/** What is shown of a field; evaluated when one is first pointed at. */
export const hover = () => require('./fieldHover') as typeof Hover;
