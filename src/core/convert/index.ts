import type * as Convert from './convert';

/** Few headers are ever converted: what does it is evaluated when the first is. */
const convert = () => require('./convert') as typeof Convert;

/** See `convertFrontMatter` in convert.ts. */
export const convertFrontMatter: typeof Convert.convertFrontMatter = (...args) =>
  convert().convertFrontMatter(...args);

/** See `convertUnread` in convert.ts. */
export const convertUnread: typeof Convert.convertUnread = (...args) => convert().convertUnread(...args);
