import type { Forecast } from '../../generators/forecast';
import { Report } from '../../report/report';
import { applyEdits } from '../../text';
import type { Fix, Subject } from '../rule';

/** The report as a fix makes it. */
export function reportAfter({ report }: Subject, { edits, rename }: Pick<Fix, 'edits' | 'rename'>): Report {
  const text = applyEdits(report.text, edits);
  return new Report(text, rename ?? report.path, report.generator, report.options);
}

/** What the generator will do once a fix is made. */
export function forecastAfter(subject: Subject, fix: Pick<Fix, 'edits' | 'rename'>): Forecast {
  const { site, now } = subject;
  return site.generator.forecast(reportAfter(subject, fix), site, now);
}
