import { say } from '../../message';
import type { Message } from '../../message';
import type { Report } from '../../report/report';
import type { Site } from '../generator';
import { atLeast } from '../versions';
import type { Address } from './address';
import { readHugoDate } from './date';
import { allDateFields } from './dates';
import { fieldFailure } from './fieldFailures';
import type { Failure } from './failure';
import type { ShortcodeProblem } from './shortcodes';
import { readShortcodes } from './shortcodes';
import { fieldValue } from './values';
import { STRICT_DATES } from './versions';

/** What is well-formed, but ends the build all the same. */
export function pageFailure(report: Report, site: Site): Failure | null {
  return dateFailure(report, site) ?? typeFailure(report, site) ?? shortcodeFailure(report, site);
}

function dateFailure(report: Report, site: Site): Failure | null {
  if (!atLeast(site.version, STRICT_DATES)) {
    return null;
  }
  for (const name of allDateFields(site)) {
    const value = fieldValue(report, name);
    if (value && readHugoDate(value.node, site).kind === 'invalid') {
      return {
        cause: { code: 'date', range: value.range },
        reason: say('Hugo will stop the build of the whole site: it cannot read the date.'),
      };
    }
  }
  return null;
}

function typeFailure(report: Report, site: Site): Failure | null {
  const failure = fieldFailure(report, site);
  return (
    failure && {
      cause: { code: 'field-value', range: failure.value.range },
      reason: say('Hugo will stop the build of the whole site: {0}.', failure.reason),
    }
  );
}

/** An address that cannot be made of the field `url`. */
export function addressFailure(report: Report, address: Address | null): Failure | null {
  if (typeof address !== 'object' || address === null) {
    return null;
  }
  const reason =
    address.kind === 'token'
      ? say('its URL has the token {0}, which this version does not know', address.name)
      : say('its URL is not well-formed');
  return {
    cause: { code: 'permalink', range: fieldValue(report, 'url')?.range ?? null },
    reason: say('Hugo will stop the build of the whole site: {0}.', reason),
  };
}

function shortcodeFailure(report: Report, site: Site): Failure | null {
  const { problem } = readShortcodes(report, site);
  return (
    problem && {
      cause: { code: 'shortcode', range: problem.range },
      reason: say('Hugo will stop the build of the whole site: {0}.', shortcodeReason(problem)),
    }
  );
}

function shortcodeReason({ code, name }: ShortcodeProblem): Message {
  switch (code) {
    case 'form':
      return say('a shortcode is not well-formed');
    case 'unknown':
      return say('there is no shortcode {0}', name);
    case 'unclosed':
      return say('the shortcode {0} is not closed', name);
    case 'closed':
      return say('the shortcode {0} is closed, but encloses no text', name);
    case 'params':
      return say('the shortcode {0} lacks a parameter', name);
    case 'reference':
      return say('the shortcode {0} refers to a page that does not exist', name);
  }
}
