/**
 * Writes the day of a moment for readers: "Tuesday, 23 July 2019".
 * @param instant ISO 8601
 * @param offset minutes ahead of UTC, or the name of a zone; an unknown zone counts as UTC
 * @returns an empty string for what is no moment
 */
export function readableDay(instant: string, offset: number | string, language: string): string {
  const time = Date.parse(instant) + (typeof offset === 'number' ? offset * 60_000 : 0);
  if (Number.isNaN(time)) {
    return '';
  }
  const format = formatOf(language, typeof offset === 'number' ? 'UTC' : offset);
  if (!/^en(?:-|$)/i.test(language)) {
    return format.format(time);
  }
  // English has a form that neither Americans nor Britons misread; Intl's own differ from engine to engine.
  const parts = new Map(format.formatToParts(time).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('weekday')}, ${part('day')} ${part('month')} ${part('year')}`;
}

function formatOf(language: string, timeZone: string): Intl.DateTimeFormat {
  const shape = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat(language, { ...shape, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en', { ...shape, timeZone: 'UTC' });
  }
}
