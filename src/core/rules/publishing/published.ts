import { forecastAfter, reportAfter } from '../shared/after';
import type { Fix, Subject } from '../rule';
import { ignoredDraft } from './draftIgnored';

/** Tells whether a fix gets the report published, and that nothing in it says that it must not be. */
export function isPublishedBy(subject: Subject, fix: Pick<Fix, 'edits' | 'rename'>): boolean {
  const forecast = forecastAfter(subject, fix);
  return forecast.outcome === 'published' && !ignoredDraft(reportAfter(subject, fix), forecast);
}
