import { say } from '../../message';
import { filesOf } from '../shared/places';
import type { Rule } from '../rule';

/** Two reports with one title, letter by letter: readers cannot tell them apart in a list. */
export const sameTitle: Rule = {
  code: 'same-title',
  severity: 'info',
  asksOthers: true,
  check({ report, forecast, others }) {
    const value = report.field('title')?.value;
    const own = withoutLanguage(report.path);
    const same =
      value && forecast.title
        ? others.withTitle(forecast.title).filter((path) => withoutLanguage(path) !== own)
        : [];
    return value && same.length > 0
      ? [
          {
            message: say('Readers will see this title twice: it is also that of {0}.', filesOf(same)),
            range: value.range,
            fixes: [],
          },
        ]
      : [];
  },
};

/** Translations may share a title: `post.fr.md` beside `post.md`, `content/fr/post.md` beside `content/en/post.md`. */
function withoutLanguage(path: string): string {
  return path
    .replace(/\.[a-z]{2}(?:-[a-z]{2,4})?(?=\.[^./]+$)/i, '')
    .split('/')
    .filter((part) => !/^[a-z]{2}(?:-[a-z]{2,4})?$/i.test(part))
    .join('/');
}
