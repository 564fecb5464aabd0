import { say } from '../../message';
import { forecastAfter } from '../shared/after';
import { dayIn } from '../../write/days';
import { insertField } from '../../write/edits';
import type { Fix, Subject } from '../rule';

/**
 * What publishes a draft, or makes a draft of a report that is published: where nothing is wrong, but the writer is done, or
 * not done yet. Each is tried: what would not do what it says is not offered.
 */
export function draftActions(subject: Subject): Fix[] {
  const { forecast } = subject;
  if (forecast.outcome === 'hidden' && forecast.cause?.code === 'draft') {
    return [...movesToPosts(subject), ...writes(subject, 'false')].filter(
      (fix) => forecastAfter(subject, fix).outcome === 'published',
    );
  }
  return forecast.outcome === 'published'
    ? [...movesToDrafts(subject), ...writes(subject, 'true')].filter(
        (fix) => forecastAfter(subject, fix).outcome === 'hidden',
      )
    : [];
}

/** A draft's file becomes that of a post, under the draft's own date where it has one, else under today's. */
function movesToPosts({ report, site, now }: Subject): Fix[] {
  const date = report.field('date');
  const reading = date ? site.generator.readDate(date.value, site) : null;
  const day = dayIn(reading?.kind === 'date' ? reading.instant : now, site);
  const rename = site.generator.fileNames?.asPost(report.path, day) ?? null;
  return rename === null
    ? []
    : [{ title: say('Publish the draft: move it to `{0}`', rename), preferred: false, edits: [], rename }];
}

function movesToDrafts({ report, site }: Subject): Fix[] {
  const rename = site.generator.fileNames?.asDraft(report.path) ?? null;
  return rename === null
    ? []
    : [{ title: say('Make it a draft: move it to `{0}`', rename), preferred: false, edits: [], rename }];
}

/** For a generator that goes by the field. */
function writes({ report, site }: Subject, value: 'true' | 'false'): Fix[] {
  if (!site.generator.readsDraft) {
    return [];
  }
  const entry = report.field('draft');
  const edit =
    entry?.value?.kind === 'scalar'
      ? { range: entry.value.range, newText: value }
      : entry
        ? null
        : insertField(report, 'draft', value);
  const title =
    value === 'false'
      ? say('Publish the draft: write `draft: {0}`', value)
      : say('Make it a draft: write `draft: {0}`', value);
  return edit ? [{ title, preferred: false, edits: [edit] }] : [];
}
