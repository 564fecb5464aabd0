import { say } from '../../message';
import { field } from '../fieldHelp';
import type { FieldKnowledge } from '../fieldHelp';

/*
 * Eleventy 3 (docs: data-frontmatter, permalinks, collections, dates). What other tools read is for each of them, or for
 * the site's own code, to say.
 */

/** What there is to know of fields where the generator is not. */
export function knowledge(): FieldKnowledge {
  return {
    fields: [
      field('title', 'text', say('The title, in nearly every tool and theme.')),
      field('date', 'date', say('When the report is from; Eleventy sorts by it.')),
      field('tags', 'list', say('The tags; Eleventy makes a collection of each.')),
      field('description', 'text', say('A sentence for search engines and link previews, in many themes.')),
      field('layout', 'text', say('The template that the report is put into, in Eleventy and others.')),
      field('permalink', 'text', say('The address, in Eleventy; with `false`, no page is made.')),
      field('author', 'text', say('Who wrote the report, in many themes.')),
    ],
    times: 'rfc3339',
    unknown: say('What it means is for your site generator to say.'),
  };
}
