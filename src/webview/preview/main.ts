import morphdom from 'morphdom';
import type { HostMessage, SavedState, ScriptMessage } from '../protocol';
import { element } from './dom';
import { isHostMessage, readState } from './guards';
import { renderEmpty, renderReport } from './render';

/** What VS Code gives to the scripts of a webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: ScriptMessage): void;
  getState(): unknown;
  setState(state: SavedState): void;
};

/** How long scrolling goes on before its place is kept, in milliseconds. */
const SCROLL_DELAY = 200;

const vscode = acquireVsCodeApi();
const main = document.querySelector('main') ?? document.body.appendChild(element('main'));
/** The report that is shown. */
let uri: string | null = null;
/** Where the reader was before the page was hidden or reloaded. */
const before = readState(vscode.getState());
let scrolled: ReturnType<typeof setTimeout> | undefined;

function show(message: HostMessage): void {
  const report = message.type === 'report' ? message : null;
  const content = message.type === 'report' ? renderReport(message.view) : renderEmpty(message);
  document.documentElement.lang = report?.view.language ?? document.documentElement.lang;
  // Only what differs is touched: scroll places, focus and selected text outlive an update.
  morphdom(main, element('main', {}, ...content), {
    childrenOnly: true,
    onBeforeElUpdated: (from, to) => !from.isEqualNode(to),
  });
  if (report && report.uri !== uri) {
    window.scrollTo({ top: uri === null && before?.uri === report.uri ? before.scroll : 0 });
  }
  uri = report?.uri ?? null;
  save();
}

function save(): void {
  if (uri !== null) {
    vscode.setState({ uri, scroll: window.scrollY });
  }
}

/** One listener for the whole page: what can be clicked carries what it does in its attributes. */
function onClick(event: MouseEvent): void {
  if (!(event.target instanceof Element)) {
    return;
  }
  const link = event.target.closest('a[href]');
  if (link) {
    // Neither the page nor VS Code's own listener may follow it: the host decides which links may be opened.
    event.preventDefault();
    event.stopImmediatePropagation();
    vscode.postMessage({ type: 'open', href: link.getAttribute('href') ?? '' });
    return;
  }
  if (event.type !== 'click') {
    return;
  }
  if (event.target.closest('[data-action="selectGenerator"]')) {
    vscode.postMessage({ type: 'run', action: 'selectGenerator' });
    return;
  }
  const place = event.target.closest('[data-start]');
  // The end of marking text with the mouse is no click on it.
  const marking = getSelection()?.isCollapsed === false && !event.target.closest('button');
  if (place && uri !== null && !marking) {
    const [start, end] = ['data-start', 'data-end'].map((name) => Number(place.getAttribute(name)));
    if (start !== undefined && end !== undefined) {
      vscode.postMessage({ type: 'reveal', uri, start, end });
    }
  }
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isHostMessage(data)) {
    show(data);
  }
});
window.addEventListener('click', onClick, { capture: true });
window.addEventListener('auxclick', onClick, { capture: true });
window.addEventListener(
  'scroll',
  () => {
    clearTimeout(scrolled);
    scrolled = setTimeout(save, SCROLL_DELAY);
  },
  { passive: true },
);

vscode.postMessage({ type: 'ready' });
