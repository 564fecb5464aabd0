import type { Generator } from '../generator';
import { readHugoDate } from './date';
import { readHugoFence } from './fence';
import { hugoFields } from './fields';
import { forecastHugo } from './forecast';
import { hugoSeparator, hugoSummary } from './summary';
import { plainReaderOf } from './values';

/** Hugo; what changed at 0.134, 0.135 and 0.152 goes by the site's version. */
export const hugo: Generator = {
  name: 'hugo',
  title: 'Hugo',
  newest: '0.169.0',
  foldsKeys: true,
  knownFields: hugoFields,
  readFence: readHugoFence,
  plainReader: plainReaderOf,
  readDate: readHugoDate,
  titleFromFile: () => null,
  datesFromFile: () => false,
  separatorOf: hugoSeparator,
  forecast: forecastHugo,
  excerpt: hugoSummary,
};
