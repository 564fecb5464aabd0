import type { Site } from '../generators/generator';
import { wholeUrl } from '../links/destinations';
import type { DestinationPlace } from '../links/destinationPlace';
import { withAddresses } from '../links/inlineTemplates';
import type { Definitions } from '../report/talkLinks';

/** Code, which stays; a link's target behind its text; a reference. */
const PIECE =
  /(`{1,3})(?!`)[^`]{1,2000}\1(?!`)|\]\(\s{0,5}<?((?:[^\s<>()]|\([^\s()]{0,200}\)){1,1000})>?((?:\s+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\s{0,5}\))|\[([^\][\n]{1,300})\](?:\[([^\][\n]{0,100})\])?(?![(:[])/g;

/**
 * Markdown of a report for use anywhere else: links with their hosts, references with their targets.
 * @param definitions the report's link definitions
 */
export function wholeLinks(
  markdown: string,
  site: Site,
  place: DestinationPlace,
  definitions: Definitions,
): string {
  return withAddresses(markdown, site).replace(
    PIECE,
    (whole, _code?: string, target?: string, rest?: string, text?: string, label?: string) => {
      if (target !== undefined) {
        const url = target.startsWith('#') ? null : wholeUrl(target, place);
        return url === null ? whole : `](${bracketed(url)}${rest ?? ')'}`;
      }
      if (text === undefined) {
        return whole;
      }
      const url = definitions.get((label === undefined || label === '' ? text : label).toLowerCase());
      return url === undefined ? whole : `[${text}](${bracketed(url)})`;
    },
  );
}

/** A target with parentheses of its own needs brackets. */
function bracketed(url: string): string {
  return /[()\s]/.test(url) ? `<${url}>` : url;
}
