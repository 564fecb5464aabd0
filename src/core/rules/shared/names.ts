import type { Generator } from '../../generators/generator';
import { isCalendarDay } from '../../generators/timeZone';
import { say } from '../../message';
import type { MessageArg } from '../../message';
import { baseName } from '../../report/report';

/** What a sentence about a generator starts with. */
export function subject(generator: Generator): MessageArg {
  return generator.isKnown ? generator.title : say('The site generator');
}

/** The day that a file's name begins with; undefined where there is none, or the calendar does not have it. */
export function dayOfName(path: string): string | undefined {
  const [day, ...parts] = /^(\d{4})-(\d{2})-(\d{2})/.exec(baseName(path)) ?? [];
  const [year = 0, month = 0, date = 0] = parts.map(Number);
  return isCalendarDay(year, month, date) ? day : undefined;
}

/** Shows characters that cannot be seen: a zero-width space as `[U+200B]`. */
export function visible(name: string): string {
  return name.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu,
    (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
