import { readSource } from '../frontMatter/read';
import type { Format } from '../frontMatter/tree';
import type { Now, Site } from '../generators/generator';
import { readHugoFence } from '../generators/hugo/fence';
import { Report } from '../report/report';
import type { TextEdit } from '../text';
import type * as Convert from './convert';

/** Few headers are ever converted: what does it is evaluated when the first is. */
const convert = () => require('./convert') as typeof Convert;

const readers: Convert.Readers = {
  reread: ({ path, generator, options }, text) => new Report(text, path, generator, options),
  readAny: (text) => {
    // Of the generators Hugo is the one that knows all formats.
    const reading = readHugoFence(text);
    if (reading.kind !== 'closed') {
      return null;
    }
    const { fence } = reading;
    const { format, header } = fence;
    return { fence, frontMatter: readSource(text.slice(header.start, header.end), format, header.start) };
  },
};

/** See `convertFrontMatter` in convert.ts. */
export function convertFrontMatter(report: Report, site: Site, target: Format, now: Now): Convert.Conversion {
  return convert().convertFrontMatter(report, site, target, now, readers);
}

/** See `convertUnread` in convert.ts. */
export function convertUnread(report: Report, site: Site, target: Format): TextEdit | null {
  return convert().convertUnread(report, site, target, readers);
}
