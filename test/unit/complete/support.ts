import { generators } from '../../../src/core/generators';
import type { GeneratorName, Site } from '../../../src/core/generators/generator';
import type { SiteConfig } from '../../../src/core/generators/siteConfig';
import { takesList } from '../../../src/core/fields/known';
import { completeFields } from '../../../src/core/complete/names';
import type { Item, NameItem } from '../../../src/core/complete/names';
import { fieldPlace } from '../../../src/core/cursor/place';
import { completeValues } from '../../../src/core/complete/values';
import type { ValueItem, ValueSources } from '../../../src/core/complete/values';
import type { OtherReports } from '../../../src/core/index/otherReports';
import type { CountedValue } from '../../../src/core/index/countedValue';
import { NO_OTHER_REPORTS } from '../../../src/core/index/otherReports';
import { applyEdits } from '../../../src/core/text';
import { withCursor } from './accept';

export const NOW = Date.parse('2026-11-26T09:05:00Z');

export function siteOf(name: GeneratorName, config: SiteConfig = {}, version?: string): Site {
  const generator = generators[name];
  return { generator, version: version ?? generator.newest, config };
}

/** Other reports that have these fields and values, each as often as is said. */
export function others(
  fields: Readonly<Record<string, number>>,
  values: Readonly<Record<string, readonly string[]>> = {},
): OtherReports {
  const counted = (texts: Readonly<Record<string, number>>): CountedValue[] =>
    Object.entries(texts).map(([value, count]) => ({ value, count }));
  return {
    ...NO_OTHER_REPORTS,
    count: 9,
    fieldUse: (name) => fields[name] ?? 0,
    fields: () => counted(fields),
    values: (field) => (values[field] ?? []).map((value, rank) => ({ value, count: 9 - rank })),
  };
}

export interface Around {
  readonly others?: OtherReports;
  readonly layouts?: readonly string[];
  readonly config?: SiteConfig;
  readonly version?: string;
  readonly timeZone?: string;
}

/** What is offered where the text has `|`: names or values. */
export function offered(
  marked: string,
  generator: GeneratorName,
  { others: reports = NO_OTHER_REPORTS, layouts = [], config, version, timeZone }: Around = {},
): readonly (NameItem | ValueItem)[] {
  const { text, offset } = withCursor(marked);
  const site = siteOf(generator, config, version);
  const place = fieldPlace(text, offset, (name) => takesList(name, site));
  const sources: ValueSources = { others: reports, layouts, now: NOW, timeZone };
  if (!place) {
    return [];
  }
  return place.kind === 'name'
    ? completeFields(place, site, reports)
    : completeValues(place.context, site, sources);
}

/** The text, with `|` at the cursor, after the item of a label was accepted; null where it is not on offer. */
export function accepted(marked: string, item: Item | undefined): string | null {
  if (!item) {
    return null;
  }
  const { text } = withCursor(marked);
  const at = item.range.start + item.caret;
  const result = applyEdits(text, [item]);
  return `${result.slice(0, at)}|${result.slice(at)}`;
}

export function labels(items: readonly Item[]): string[] {
  return items.map(({ label }) => label);
}
