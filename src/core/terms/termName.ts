import { say } from '../message';
import type { Message } from '../message';
import { CONTROL, LONE_SURROGATE } from '../write/quote';

/**
 * Tells why a text can be no name of a tag, category or keyword.
 * @param name without blanks around it
 * @returns null for a name that can
 */
export function checkTermName(name: string): Message | null {
  if (name.trim() === '') {
    return say('Write a name.');
  }
  if (CONTROL.test(name) || LONE_SURROGATE.test(name)) {
    return say('A name is one line of visible characters.');
  }
  if (/[,;]$/.test(name)) {
    return say('A name does not end with a comma or semicolon.');
  }
  return name.trim() === name ? null : say('A name has no blanks around it.');
}
