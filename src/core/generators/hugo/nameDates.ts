import type { Site } from '../generator';
import { atLeast } from '../versions';
import { parseGoDate } from './date';
import { placeOf } from './place';
import { NAMES_WITH_TIME } from './versions';

/** The date that a page's name starts with, and what follows it. */
export interface NameDate {
  readonly instant: string;
  /** The page's slug, where it names none itself; may be empty. */
  readonly slug: string;
}

/** Reads the date in a file's name, or its bundle's (page_frontmatter.go, dateAndSlugFromBaseFilename). */
export function nameDate(path: string, { config, version }: Site): NameDate | null {
  const place = placeOf(path, config);
  const file = place?.name ?? path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const whole = file === 'index' ? (path.split('/').at(-2) ?? '') : file;
  const name = whole.replace(/\.[^.]*$/, '');
  const day = name.slice(0, 10);
  const time = name.slice(11, 19).replaceAll('-', ':');
  const withTime =
    name.length >= 19 && atLeast(version, NAMES_WITH_TIME)
      ? parseGoDate(`${day}T${time}`, config.timeZone)
      : null;
  const instant = withTime ?? parseGoDate(day, config.timeZone);
  return instant === null
    ? null
    : { instant, slug: name.slice(withTime === null ? 10 : 19).replace(/^[ _-]+|[ _-]+$/g, '') };
}
