import morphdom from 'morphdom';
import type { HostMessage, SavedState, ScriptMessage, ShowReport } from '../protocol';
import { messageOf } from './clicks';
import { element } from './dom';
import { isHostMessage, readState } from './guards';
import { Images } from './images';
import { fillAll, lasts } from './lasting';
import { renderEmpty, renderReport } from './render';
import { Scroll } from './scroll';

/** What VS Code gives to the scripts of a webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: ScriptMessage): void;
  getState(): unknown;
  setState(state: SavedState): void;
};

/** How long scrolling goes on before its place is kept, in milliseconds. */
const SCROLL_DELAY = 200;

/** How long a notice is shown, in milliseconds. */
const NOTICE_TIME = 4000;

const vscode = acquireVsCodeApi();
const main = document.querySelector('main') ?? document.body.appendChild(element('main'));
const notice = document.getElementById('notice');
const images = new Images();
const scroll = new Scroll(main);
/** The report that is shown. */
let shown: ShowReport | null = null;
/** Where the cursor is in it, as UTF-16 offset. */
let cursor = -1;
/** Where the reader was before the page was hidden or reloaded. */
const before = readState(vscode.getState());
let scrolled: ReturnType<typeof setTimeout> | undefined;
let told: ReturnType<typeof setTimeout> | undefined;

function show(message: ShowReport): void {
  const isOther = message.uri !== shown?.uri;
  const isFirst = shown === null;
  shown = message;
  images.showReport(message.uri);
  const { documentElement } = document;
  if (documentElement.lang !== message.view.language) {
    // To set it, even to the same, has the whole page styled anew.
    documentElement.lang = message.view.language;
  }
  if (isOther) {
    cursor = -1;
  }
  draw();
  if (isOther) {
    scroll.to(isFirst && before?.uri === message.uri ? before.scroll : 0);
  }
  save();
}

function draw(): void {
  if (!shown) {
    return;
  }
  put(
    renderReport(shown.view, {
      addressOf: (source) => images.addressOf(source),
      edition: images.edition,
    }),
  );
  scroll.mark(cursor);
  const sources = images.takeUnknown();
  if (sources.length > 0) {
    vscode.postMessage({ type: 'findImages', uri: shown.uri, sources });
  }
}

/** Only what differs is touched: scroll places, focus and selected text outlive an update. */
function put(content: readonly Node[]): void {
  morphdom(main, element('main', {}, ...content), {
    childrenOnly: true,
    onBeforeNodeAdded: (node) => {
      fillAll(node);
      return node;
    },
    onBeforeElUpdated: (from, to) => {
      if (lasts(from, to)) {
        return false;
      }
      // What the reader has opened stays open, what the cursor is in stays marked.
      for (const name of ['open', 'aria-current']) {
        const value = from.getAttribute(name);
        if (value !== null && !to.hasAttribute(name)) {
          to.setAttribute(name, value);
        }
      }
      return !from.isEqualNode(to);
    },
  });
}

function save(): void {
  if (shown) {
    vscode.setState({ uri: shown.uri, locked: shown.locked, scroll: window.scrollY });
  }
}

function receive(message: HostMessage): void {
  switch (message.type) {
    case 'report':
      show(message);
      break;
    case 'empty':
      shown = null;
      put(renderEmpty(message));
      break;
    case 'images':
      if (images.found(message.uri, message.addresses)) {
        draw();
      }
      break;
    case 'editorScrolled':
      if (message.uri === shown?.uri) {
        scroll.follow(message.start);
      }
      break;
    case 'cursor':
      if (message.uri === shown?.uri) {
        cursor = message.at;
        scroll.mark(cursor);
      }
      break;
    case 'clipboard':
      copyHtml(message.html);
      break;
    case 'notice':
      tell(message.text);
      break;
  }
}

/** Says something for a while, to the eye and to a screen reader. */
function tell(text: string): void {
  clearTimeout(told);
  if (notice) {
    notice.textContent = text;
    told = setTimeout(() => {
      notice.textContent = '';
    }, NOTICE_TIME);
  }
}

/** Puts HTML on the clipboard beside its source, which the host has put there; that stays alone where this is not allowed. */
function copyHtml(html: string): void {
  const flavour = (type: string) => new Blob([html], { type });
  const item = new ClipboardItem({ 'text/html': flavour('text/html'), 'text/plain': flavour('text/plain') });
  navigator.clipboard.write([item]).catch(() => undefined);
}

/** One listener for the whole page: what can be clicked carries what it does in its attributes. */
function onClick(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('a[href]')) {
    // Neither the page nor VS Code's own listener may follow it: the host decides which links may be opened.
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  const message = shown && messageOf(event, shown);
  if (message) {
    vscode.postMessage(message);
  }
}

function onScroll(): void {
  clearTimeout(scrolled);
  scrolled = setTimeout(save, SCROLL_DELAY);
  const start = shown && scroll.news();
  if (shown && start !== null) {
    vscode.postMessage({ type: 'previewScrolled', uri: shown.uri, start });
  }
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isHostMessage(data)) {
    receive(data);
  }
});
window.addEventListener('click', onClick, { capture: true });
window.addEventListener('auxclick', onClick, { capture: true });
window.addEventListener('scroll', onScroll, { passive: true });

vscode.postMessage({ type: 'ready' });
