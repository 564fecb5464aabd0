import type * as EmojiNames from './emojiNames';

/** The names of all emojis; evaluated where a site has them. */
export const emojiNames = () => require('./emojiNames') as typeof EmojiNames;
