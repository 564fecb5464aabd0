import { readHeader } from '../core/index/readHeader';
import { nearDuplicates } from '../core/index/nearDuplicates';
import { TagIndex } from '../core/index/tagIndex';
import type { ReportFile } from './files';
import type { TagsOptions } from './options';
import { prettyTags } from './prettyTags';
import { attempt } from './talk';
import type { Talk } from './talk';
import type { Listed } from './listed';

/** Lists what the reports are filed under; of each, the front matter alone is read. */
export async function runTags(
  reports: AsyncIterable<ReportFile>,
  { format, taxonomy, now }: TagsOptions,
  { out, paint, complain }: Talk,
): Promise<false> {
  const index = new TagIndex();
  const filesOf = new Map<string, string[]>();
  for await (const { file, text, path, site } of reports) {
    attempt(file, complain, () => {
      index.set(file, readHeader(text, path, site, now).terms[taxonomy]);
    });
    for (const { name } of index.tagsOf(file)) {
      const files = filesOf.get(name);
      if (files) {
        files.push(file);
      } else {
        filesOf.set(name, [file]);
      }
    }
  }
  const counts = index.counts();
  const listed: Listed = {
    tags: counts.map(({ name, count }) => ({ name, count, files: filesOf.get(name) ?? [] })),
    nearDuplicates: nearDuplicates(counts).map(({ names, suggestion }) => ({ names, suggestion })),
  };
  out(format === 'json' ? `${JSON.stringify(listed, null, 1)}\n` : prettyTags(listed, taxonomy, paint));
  return false;
}
