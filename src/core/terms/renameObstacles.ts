import type { Entry, ScalarNode } from '../frontMatter/tree';
import type { Site } from '../generators/generator';
import { say } from '../message';
import type { Message } from '../message';
import { writtenItems, writtenValue } from '../write/written';
import type { Report } from '../report/report';
import { tagFieldOf, taxonomyOf } from '../report/termFields';
import type { Taxonomy } from '../report/termFields';

/**
 * Why a term that a report uses cannot be renamed in it, as a part of a sentence.
 * @returns null where its fields are written as most are
 */
export function obstacleTo(report: Report, site: Site, taxonomy: Taxonomy): Message | null {
  if (report.frontMatter && report.frontMatter.problems.length > 0) {
    return say('its front matter cannot be read');
  }
  const fields = report.fields.filter(({ key }) => {
    const field = tagFieldOf(key.name ?? '');
    return field !== null && taxonomyOf(field) === taxonomy;
  });
  const isInherited = [...(site.surroundings?.inherited?.keys() ?? [])].some((name) => {
    const field = tagFieldOf(name);
    return field !== null && taxonomyOf(field) === taxonomy;
  });
  if (fields.length === 0 && isInherited) {
    return say('the site’s configuration gives it that, not the report itself');
  }
  return fields.map((entry) => formOf(report, entry)).find((form) => form !== null) ?? null;
}

function formOf(report: Report, entry: Entry): Message | null {
  const { value } = entry;
  const whole = writtenValue(report, entry);
  const isListed = value?.kind === 'list' && !whole.isAlias;
  const parts = [whole, ...(isListed ? writtenItems(report, value) : [])];
  if (parts.some(({ isAlias }) => isAlias)) {
    return say('it stands there as a YAML alias');
  }
  if (parts.some(({ mark }) => mark.includes('&'))) {
    return say('a YAML alias elsewhere stands for it');
  }
  const values = parts.slice(isListed ? 1 : 0).map(({ node }) => node);
  if (values.some((node) => node?.kind === 'list' || node?.kind === 'map')) {
    return say('it stands in a list in a list');
  }
  return values.some((node) => node?.kind === 'scalar' && isLong(report, node))
    ? say('it is written on several lines')
    : null;
}

/** Written as text of several lines, or on several. */
function isLong({ text }: Report, { style, range }: ScalarNode): boolean {
  return style === 'block' || text.slice(range.start, range.end).includes('\n');
}
