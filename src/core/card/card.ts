export type { CardFormat, CardInput } from './input';
export { cardPage } from './cardPage';
export type { CardWords } from './cardPage';
export { plainTextOf, postLength } from './plainText';
export type { PostLength } from './plainText';
export { excerptAs, takeawaysAs } from './takeAlong';
