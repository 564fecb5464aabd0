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
const button = shape({ label: text, action: oneOf('selectGenerator', 'exportCard') });
const fixes = listOf(shape({ label: text, id: text }));
const copy = shape({
  heading: text,
  part: oneOf('excerpt', 'takeaways'),
  buttons: listOf(shape({ format: oneOf('markdown', 'text', 'html'), label: text, title: text })),
});
const group = shape({
  severity: oneOf('error', 'warning', 'info', 'hint'),
  heading: text,
  items: listOf(shape({ text, target, fixes })),
});

const view = shape({
  language: text,
  labels: shape({ image: text, remoteImage: text, program: text }),
  rawHtml: flag,
  header: shape({ title: text, hasTitle: flag, facts: listOf(fact), tagsLabel: text, tags: listOf(text) }),
  forecast: shape({
    heading: text,
    state: oneOf('published', 'hidden', 'warning', 'error', 'unknown'),
    sentence: text,
    generator: text,
    detail: text,
    target: orNull(target),
    button: orNull(button),
    fixes,
  }),
  findings: shape({ heading: text, groups: listOf(group), hint: orNull(text) }),
  excerpt: shape({
    heading: text,
    source: line,
    html: orNull(text),
    title: text,
    date: text,
    wholePost: flag,
    hint: orNull(text),
    fixes,
    target: orNull(target),
    copy: orNull(copy),
  }),
  takeaways: shape({
    heading: text,
    source: orNull(line),
    items: listOf(shape({ html: text, target })),
    hint: orNull(text),
    copy: orNull(copy),
  }),
  talks: shape({
    heading: text,
    items: listOf(
      shape({ title: text, time: text, speakers: text, summary: text, links: listOf(link), target }),
    ),
    hint: orNull(text),
  }),
  exportButton: button,
});

/** The shapes of the host's messages, by their type. */
const MESSAGES: Readonly<Record<HostMessage['type'], Check>> = {
  report: shape({ uri: text, edition: count, locked: flag, view }),
  empty: shape({ heading: text, text }),
  editorScrolled: shape({ uri: text, start: count }),
  cursor: shape({ uri: text, at: count }),
  images: shape({
    uri: text,
    addresses: (value) => isRecord(value) && Object.values(value).every(orNull(text)),
  }),
  clipboard: shape({ html: text }),
  notice: shape({ text }),
};

/** Tells whether a message is one of the host's, whole and well-formed. */
export function isHostMessage(value: unknown): value is HostMessage {
  const type = isRecord(value) ? value['type'] : undefined;
  return (
    typeof type === 'string' && Object.hasOwn(MESSAGES, type) && MESSAGES[type as HostMessage['type']](value)
  );
}

/** Reads what the page kept before it was hidden or the window was reloaded. */
export function readState(value: unknown): SavedState | null {
  return isRecord(value) && typeof value['uri'] === 'string' && typeof value['scroll'] === 'number'
    ? { uri: value['uri'], locked: value['locked'] === true, scroll: value['scroll'] }
    : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
