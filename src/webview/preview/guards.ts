import type { HostMessage, SavedState } from '../protocol';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const count: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

const target = shape({ start: count, end: count, label: text });
const line = shape({ text, target: orNull(target) });
const link = shape({ kind: oneOf('slides', 'video'), label: text, title: text, href: text });
const fact = shape({
  kind: oneOf('date', 'author', 'event', 'place', 'readingTime'),
  label: text,
  value: text,
});

const report = shape({
  type: oneOf('report'),
  uri: text,
  version: count,
  view: shape({
    language: text,
    imageLabel: text,
    header: shape({ title: text, hasTitle: flag, facts: listOf(fact), tagsLabel: text, tags: listOf(text) }),
    forecast: shape({
      heading: text,
      state: oneOf('published', 'hidden', 'warning', 'error', 'unknown'),
      sentence: text,
      generator: text,
      detail: text,
      target: orNull(target),
      button: orNull(shape({ label: text, action: oneOf('selectGenerator') })),
    }),
    excerpt: shape({
      heading: text,
      source: line,
      html: orNull(text),
      title: text,
      date: text,
      wholePost: flag,
      hint: orNull(text),
    }),
    takeaways: shape({
      heading: text,
      source: orNull(line),
      items: listOf(shape({ html: text, target })),
      hint: orNull(text),
    }),
    talks: shape({
      heading: text,
      items: listOf(shape({ title: text, speakers: text, links: listOf(link), target })),
      hint: orNull(text),
    }),
  }),
});

const empty = shape({ type: oneOf('empty'), heading: text, text });

/** Tells whether a message is one of the host's, whole and well-formed. */
export function isHostMessage(value: unknown): value is HostMessage {
  return report(value) || empty(value);
}

/** Reads what the page kept before it was hidden or the window was reloaded. */
export function readState(value: unknown): SavedState | null {
  return isRecord(value) && typeof value['uri'] === 'string' && typeof value['scroll'] === 'number'
    ? { uri: value['uri'], scroll: value['scroll'] }
    : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
