import { say } from '../../message';
import type { Rule } from '../rule';

/** A post whose file name has no date is none for Jekyll. */
export const fileName: Rule = {
  code: 'file-name',
  severity: 'warning',
  check({ report, forecast }) {
    if (forecast.cause?.code !== 'file-name') {
      return [];
    }
    const range = report.fence.kind === 'closed' ? report.fence.fence.open : { start: 0, end: 0 };
    return [
      {
        message: say(
          'Jekyll will leave this post out: a file in `_posts` must be named like `2019-07-23-slug.md`.',
        ),
        range,
        fixes: [],
      },
    ];
  },
};
