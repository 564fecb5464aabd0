/** How long after the page was scrolled from here it tells of that, in milliseconds. */
const ECHO = 150;

/** How far below the top of the window something counts as being there, in CSS pixels. */
const NEAR = 24;

/** What stands somewhere in the page and is from somewhere in the report. */
interface Anchor {
  /** UTF-16 offset in the report. */
  readonly start: number;
  /** CSS pixels from the top of the page. */
  readonly top: number;
}

/** Keeps the page and the editor at the same place of a report. */
export class Scroll {
  /** When the page was last scrolled from here: that is no news to the editor. */
  #scrolledAt = 0;
  #told = -1;

  constructor(readonly page: HTMLElement) {}

  /** Goes to a place, without telling the editor. */
  to(top: number): void {
    this.#scrolledAt = Date.now();
    window.scrollTo({ top });
  }

  /**
   * Shows what the editor shows.
   * @param start UTF-16 offset of what stands at the editor's top
   */
  follow(start: number): void {
    const anchors = this.#anchors().sort((a, b) => a.start - b.start);
    const next = anchors.findIndex((anchor) => anchor.start > start);
    const [before, after] = next < 0 ? [anchors.at(-1), undefined] : [anchors[next - 1], anchors[next]];
    if (!before) {
      this.to(0);
      return;
    }
    // Between two the way is even; where the page has them in another order there is no way.
    const share = after && after.top > before.top ? (start - before.start) / (after.start - before.start) : 0;
    this.to(before.top + share * ((after?.top ?? before.top) - before.top) - NEAR);
  }

  /** What the reader scrolled to, as UTF-16 offset in the report; null where there is nothing to tell. */
  news(): number | null {
    if (Date.now() - this.#scrolledAt < ECHO) {
      return null;
    }
    const anchor = this.#anchors()
      .filter(({ top }) => top <= window.scrollY + NEAR * 2)
      .reduce<Anchor | null>((last, anchor) => (last && last.top > anchor.top ? last : anchor), null);
    const start = anchor?.start ?? 0;
    if (start === this.#told) {
      return null;
    }
    this.#told = start;
    return start;
  }

  /** Marks what the cursor is in. */
  mark(at: number): void {
    for (const node of this.page.querySelectorAll('[data-mark]')) {
      const [start, end] = ['data-start', 'data-end'].map((name) => Number(node.getAttribute(name)));
      if (start !== undefined && end !== undefined && start <= at && at <= end) {
        node.setAttribute('aria-current', 'true');
      } else {
        node.removeAttribute('aria-current');
      }
    }
  }

  #anchors(): Anchor[] {
    return [...this.page.querySelectorAll('[data-sync]')].map((node) => ({
      start: Number(node.getAttribute('data-start')),
      top: node.getBoundingClientRect().top + window.scrollY,
    }));
  }
}
