import * as vscode from 'vscode';
import { clockIn } from '../../core/generators/timeZone';
import type { Sites } from '../../workspace/sites/sites';
import { WorkspaceIndex } from '../../workspace/index/workspaceIndex';
import type { TagCompletionItem } from './item';

/** So many of the reports that use a tag are named. */
const MAX_REPORTS = 5;

/** So many other spellings are named. */
const MAX_SPELLINGS = 5;

/** Longer titles are cut (UTF-16 code units). */
const MAX_TITLE = 100;

/**
 * What there is to know of a tag before it is chosen: the latest reports that use it, and how else it is written. Plain text:
 * whatever stands in a title has no effect.
 */
export async function documentationOf(
  { name, taxonomy, document }: TagCompletionItem,
  index: WorkspaceIndex,
  sites: Sites,
): Promise<string> {
  const site = await sites.siteOf(document);
  const zone = site.site.config.timeZone;
  const reports = index
    .of(taxonomy)
    .filesOf(name)
    .filter((key) => key !== WorkspaceIndex.keyOf(document))
    .slice(0, MAX_REPORTS)
    .map((key) => reportLine(key, index, zone));
  const alike = index
    .othersOf(document, site)
    .spellings(taxonomy)
    .alike(name)
    .slice(0, MAX_SPELLINGS)
    .map(({ value, count }) => `${value} (${String(count)})`);
  return [
    ...(reports.length > 0 ? [[vscode.l10n.t('Latest reports:'), ...reports].join('\n')] : []),
    ...(alike.length > 0 ? [vscode.l10n.t('Also written: {0}', alike.join(', '))] : []),
  ].join('\n\n');
}

function reportLine(key: string, index: WorkspaceIndex, zone: string | undefined): string {
  const facts = index.factsOf(key);
  const title = (facts?.title ?? facts?.path ?? vscode.workspace.asRelativePath(vscode.Uri.parse(key)))
    .replace(/\s+/g, ' ')
    .trim();
  const shown = title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE)}…` : title;
  return typeof facts?.time === 'number' ? `${dayOf(facts.time, zone)}  ${shown}` : shown;
}

/** The day where the site is, as reports themselves write it. */
function dayOf(time: number, zone: string | undefined): string {
  const { year, month, day } = clockIn(time, zone);
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}
