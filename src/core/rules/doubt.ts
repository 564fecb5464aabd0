import { say } from '../message';
import type { Finding, Subject } from './rule';

/**
 * Where nobody says which version builds a site, the newest is assumed: an error that other versions do not know is a
 * warning then, and says so.
 * @param check finds what there is with a subject
 */
export function withDoubt(
  findings: readonly Finding[],
  subject: Subject,
  check: (subject: Subject) => readonly Finding[],
): readonly Finding[] {
  const { report, site, now } = subject;
  const { otherVersions, title } = site.generator;
  if (!site.isVersionGuessed || !findings.some(({ severity }) => severity === 'error')) {
    return findings;
  }
  const others = otherVersions.map((version) => {
    const other = { ...site, version, isVersionGuessed: false };
    return check({ ...subject, site: other, forecast: site.generator.forecast(report, other, now) });
  });
  const isSure = ({ code, range }: Finding) =>
    others.every((found) =>
      found.some(
        (each) => each.severity === 'error' && each.code === code && each.range.start === range.start,
      ),
    );
  return findings.map((finding) =>
    finding.severity === 'error' && !isSure(finding)
      ? {
          ...finding,
          severity: 'warning',
          message: say(
            '{0} Other versions of {1} may not; the site does not say which builds it, so {2} is assumed.',
            finding.message,
            title,
            site.version,
          ),
        }
      : finding,
  );
}
