import type { Generator } from '../generators/generator';
import { say } from '../message';
import type { MessageArg } from '../message';

/** What a sentence about a generator starts with. */
export function subject(generator: Generator): MessageArg {
  return generator.isKnown ? generator.title : say('The site generator');
}
