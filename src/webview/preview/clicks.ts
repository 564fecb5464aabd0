import type { ScriptMessage, ShowReport } from '../protocol';
import type { Action, CopiedPart, CopyFormat } from '../reportView';

const ACTIONS: Readonly<Record<Action, true>> = { selectGenerator: true, exportCard: true };
const PARTS: Readonly<Record<CopiedPart, true>> = { excerpt: true, takeaways: true };
const FORMATS: Readonly<Record<CopyFormat, true>> = { markdown: true, text: true, html: true };

/** What a click asks of the host; null for one that asks nothing. */
export function messageOf(event: MouseEvent, { uri, edition }: ShowReport): ScriptMessage | null {
  const { target } = event;
  if (!(target instanceof Element)) {
    return null;
  }
  const link = target.closest('a[href]');
  if (link) {
    return { type: 'open', uri, href: link.getAttribute('data-href') ?? link.getAttribute('href') ?? '' };
  }
  if (event.type !== 'click') {
    return null;
  }
  const button = target.closest('button');
  const fix = button?.getAttribute('data-fix');
  if (fix) {
    return { type: 'fix', uri, edition, id: fix };
  }
  const action = button?.getAttribute('data-action');
  if (isOneOf(ACTIONS, action)) {
    return { type: 'run', uri, action };
  }
  const [part, format] = [button?.getAttribute('data-part'), button?.getAttribute('data-format')];
  if (isOneOf(PARTS, part) && isOneOf(FORMATS, format)) {
    return { type: 'copy', uri, part, format };
  }
  // A summary opens and closes; the end of marking text with the mouse is no click on it.
  const isOwn = !button && (target.closest('summary') !== null || getSelection()?.isCollapsed === false);
  const place = isOwn ? null : target.closest('[data-start]:not([data-quiet])');
  const [start, end] = ['data-start', 'data-end'].map((name) => Number(place?.getAttribute(name)));
  return place && start !== undefined && end !== undefined ? { type: 'reveal', uri, start, end } : null;
}

function isOneOf<Name extends string>(
  names: Readonly<Record<Name, true>>,
  value: string | null | undefined,
): value is Name {
  return typeof value === 'string' && Object.hasOwn(names, value);
}
