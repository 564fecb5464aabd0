// What an update costs the preview's page, for `npm run bench -- preview`.
import type { ShowReport } from '../../src/webview/protocol';
import { PreviewPage } from './previewPage';

/** Opens the page. */
export async function openTimer() {
  const preview = await PreviewPage.open();
  const { page } = preview;
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');

  /** Shows reports in turn and resolves to what each update took, in milliseconds, without the first one of each. */
  const updates = (messages: readonly ShowReport[], rounds: number): Promise<number[]> =>
    page.evaluate(
      async ([all, count]) => {
        const times: number[] = [];
        for (let round = -all.length; round < count; round++) {
          const data: unknown = all[(round + all.length) % all.length];
          // The listener runs at once; what is asked of the body has the page laid out.
          const start = performance.now();
          window.dispatchEvent(new MessageEvent('message', { data }));
          document.body.getBoundingClientRect();
          const time = performance.now() - start;
          if (round >= 0) {
            times.push(time);
          }
          await new Promise(requestAnimationFrame);
        }
        return times;
      },
      [messages, rounds] as const,
    );

  /** Edits a report again and again, by a word in its first take-away. */
  const edit = (message: ShowReport, from: number, to: number): Promise<void> =>
    page.evaluate(
      async ([shown, first, last]) => {
        const [item, ...items] = shown.view.takeaways.items;
        for (let number = first; item && number < last; number++) {
          const html = `${item.html} ${String(number).padStart(6, '0')}`;
          const takeaways = { ...shown.view.takeaways, items: [{ ...item, html }, ...items] };
          const data = { ...shown, edition: number, view: { ...shown.view, takeaways } };
          window.dispatchEvent(new MessageEvent('message', { data }));
          if (number % 20 === 0) {
            await new Promise(requestAnimationFrame);
          }
        }
      },
      [message, from, to] as const,
    );

  const inUse = async (): Promise<{ heap: number; nodes: number }> => {
    // What only a first collection sets free goes with the second one.
    await client.send('HeapProfiler.collectGarbage');
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes') };
  };

  /** What is in use before and after so many edits: bytes of the heap, nodes of the document. */
  const growth = async (
    message: ShowReport,
    edits: number,
  ): Promise<Record<'heap' | 'nodes', readonly [number, number]>> => {
    await edit(message, 0, edits / 4);
    const before = await inUse();
    await edit(message, edits / 4, edits / 4 + edits);
    const after = await inUse();
    return { heap: [before.heap, after.heap], nodes: [before.nodes, after.nodes] };
  };

  return { updates, growth, close: preview.close };
}
