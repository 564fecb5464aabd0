import { say } from '../../message';
import { subject } from '../shared/names';
import type { Rule } from '../rule';

/**
 * Bytes that are not UTF-8. Jekyll logs an error and leaves the post out (Document#read, handle_read_error); Go puts U+FFFD in
 * their place, but for the readers of TOML and, before Hugo 0.152, of YAML, which fail.
 */
export const encoding: Rule = {
  code: 'encoding',
  severity: 'warning',
  check({ report, site, forecast }) {
    const range = report.options.invalidUtf8;
    if (!range) {
      return [];
    }
    const { cause, reason } = forecast;
    const lost = cause?.range?.start === range.start ? reason : null;
    return [
      {
        ...(lost ? { severity: 'error' as const } : {}),
        message:
          lost ?? say('{0} will show `\ufffd` here: the file is not in UTF-8.', subject(site.generator)),
        range,
        fixes: [],
      },
    ];
  },
};
