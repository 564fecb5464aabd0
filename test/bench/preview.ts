import assert from 'node:assert/strict';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import * as vscode from 'vscode';
import { viewOf } from '../../src/features/preview/viewModel';
import { Findings } from '../../src/workspace/reports/findings';
import { Targets } from '../../src/workspace/sites/targets';
import { Reports } from '../../src/workspace/reports/reports';
import { Schemas } from '../../src/workspace/reports/schemas';
import { IndexCache } from '../../src/workspace/index/indexCache';
import { SiteFinder } from '../../src/workspace/sites/siteFinder';
import { translate } from '../../src/workspace/ui/translate';
import { WorkspaceIndex } from '../../src/workspace/index/workspaceIndex';
import type { ShowReport } from '../../src/webview/protocol';
import type * as PreviewTimes from '../e2e/previewTimes';
import { MemoryDisk } from '../standIn/disk';
import { MemoryLog } from '../standIn/log';
import { host } from '../standIn/vscode';
import type { Document } from '../standIn/vscode';
import { heapInUse } from './heap';
import { timingOf } from './measure';
import { EDITED } from './previewSamples';
import type { Edited } from './previewSamples';
import { kb, ms, row } from './row';

const EDITS = 1_000;

/** Sites with a generator each. */
const SITES = {
  Jekyll: ['_config.yml', '_posts/2026-06-12-harbour-days.md'],
  Hugo: ['hugo.toml', 'content/posts/harbour-days.md'],
} as const;

type SiteName = keyof typeof SITES;

/** What an update of the preview costs: in the extension host, and in the page. Times are told; growth can fail. */
export async function benchPreview(): Promise<void> {
  console.log('\nAn update of the preview: from a changed text to the message (medians)');
  const shown: { edited: Edited; site: SiteName; messages: ShowReport[] }[] = [];
  for (const site of ['Jekyll', 'Hugo'] as const) {
    const desk = await openDesk(site);
    for (const edited of EDITED) {
      const messages = await measureHost(desk, edited, site);
      shown.push({ edited, site, messages });
    }
    await measureHostGrowth(desk, site);
    desk.dispose();
  }
  await benchPage(shown);
}

/** The parts of the extension that the preview is made from, over files in memory. */
async function openDesk(site: SiteName) {
  const [config, path] = SITES[site];
  const disk = new MemoryDisk();
  disk.write(`/blog/${config}`, '');
  disk.write(`/blog/${path}`, '---\ntitle: A\n---\n');
  host.open(disk, '/blog');
  const log = new MemoryLog().channel;
  const sites = new SiteFinder(log);
  const reports = new Reports(sites, new Targets());
  const index = new WorkspaceIndex(sites, new IndexCache(vscode.Uri.file('/storage'), '1', log), log);
  const schemas = new Schemas(sites, log);
  const findings = new Findings(reports, index, schemas);
  const document = host.openDocument(`/blog/${path}`, '---\ntitle: A\n---\n');
  await index.ready();
  return {
    document,
    /** As the preview does it: src/features/preview/panel.ts. */
    message: async (edition: number): Promise<ShowReport> => {
      const checked = await findings.of(document as unknown as vscode.TextDocument);
      assert.ok(checked);
      const { uri, report, site: detected, forecast } = checked.open;
      const input = { report, site: detected.site, siteReason: detected.reason, forecast };
      const view = viewOf(
        { ...input, findings: checked.findings, rawHtml: true },
        { translate, language: 'en' },
      );
      return { type: 'report', uri: uri.toString(), edition, locked: false, view };
    },
    check: async () => {
      await findings.of(document as unknown as vscode.TextDocument);
    },
    dispose: () => {
      [findings, schemas, index, reports, sites].forEach((part) => {
        part.dispose();
      });
    },
  };
}

type Desk = Awaited<ReturnType<typeof openDesk>>;

async function measureHost(
  { document, check, message }: Desk,
  { name, at, budget }: Edited,
  site: SiteName,
): Promise<ShowReport[]> {
  const rounds = at(0).length > 500_000 ? 9 : 25;
  const checks: number[] = [];
  const views: number[] = [];
  const messages: ShowReport[] = [];
  for (let round = -5; round < rounds; round++) {
    change(document, at(round + 5));
    const start = performance.now();
    await check();
    const checked = performance.now();
    const made = await message(round + 5);
    const end = performance.now();
    messages[round & 1] = made;
    if (round >= 0) {
      checks.push(checked - start);
      views.push(end - checked);
    }
  }
  const { median } = timingOf(checks.map((time, round) => time + (views[round] ?? 0)));
  row(
    `${site}, ${name}: check + view`,
    `${ms(timingOf(checks).median)} + ${ms(timingOf(views).median)}`,
    told(median, budget),
  );
  row(`${site}, ${name}: the message`, kb(JSON.stringify(messages[0]).length));
  return messages;
}

async function measureHostGrowth({ document, message }: Desk, site: SiteName): Promise<void> {
  const [small] = EDITED;
  assert.ok(small);
  const edit = async (from: number, to: number) => {
    for (let edit = from; edit < to; edit++) {
      change(document, small.at(edit));
      await message(edit);
    }
    return heapInUse();
  };
  const before = await edit(0, EDITS / 4);
  const after = await edit(EDITS / 4, EDITS / 4 + EDITS);
  const growth = after - before;
  // The texts alone, were they kept, would be five times as much.
  row(`${site}: heap before and after ${String(EDITS)} edits`, `${kb(before)}, ${kb(after)}`, {
    text: '≤ 1 MB more',
    met: growth <= 1024 * 1024,
  });
}

function change(document: Document, text: string): void {
  document.edit(text);
}

/** In a module of its own, which is no part of this bundle: it drives a browser. */
async function benchPage(
  shown: readonly { edited: Edited; site: SiteName; messages: readonly ShowReport[] }[],
): Promise<void> {
  console.log('\nAn update of the preview: from the message to the page as it is laid out (medians)');
  const file = pathToFileURL(join(process.cwd(), 'out', 'test', 'e2e', 'previewTimes.mjs')).href;
  const { openTimer } = (await import(file)) as typeof PreviewTimes;
  const timer = await openTimer();
  try {
    for (const { edited, site, messages } of shown) {
      const { median, p95 } = timingOf(await timer.updates(messages, 15));
      row(`${site}, ${edited.name}: median, p95`, `${ms(median)}, ${ms(p95)}`, told(median, edited.budget));
    }
    const [small] = EDITED;
    const first = shown[0]?.messages[0];
    assert.ok(small && first);
    const { heap, nodes } = await timer.growth(first, EDITS);
    row(`Page: heap before and after ${String(EDITS)} edits`, `${kb(heap[0])}, ${kb(heap[1])}`, {
      text: '≤ 128 KB more',
      met: heap[1] - heap[0] <= 128 * 1024,
    });
    row(`Page: nodes before and after ${String(EDITS)} edits`, nodes.map(String).join(', '), {
      text: 'no more',
      met: nodes[1] <= nodes[0],
    });
  } finally {
    await timer.close();
  }
}

/** A time is told beside its budget; it can never fail the bench. */
function told(time: number, budget: number | null): { text: string; met: boolean } | undefined {
  return budget === null
    ? undefined
    : { text: `(budget of the time alone: ${String(budget)} ms${time > budget ? ', OVER' : ''})`, met: true };
}
