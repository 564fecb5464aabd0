import type { WrittenTarget } from '../targets';
import type { Tag } from './shortcodeLexer';

/**
 * What a shortcode `ref` or `relref` names. One that asks for another language counts as a tag of its own: `ref@de`.
 * @param text the text that the shortcode stands in
 * @returns null for any other shortcode, and for one that names nothing
 */
export function referenceIn(tag: Tag, text: string): WrittenTarget | null {
  const name = tag.name.toLowerCase();
  const target = tag.params.get('path') ?? tag.params.get('0');
  if ((name !== 'ref' && name !== 'relref') || target === undefined) {
    return null;
  }
  const lang = tag.params.get('lang');
  const written = text.slice(tag.range.start, tag.range.end);
  const at = target === '' ? -1 : written.indexOf(target, written.indexOf(tag.name) + tag.name.length);
  return {
    tag: lang === undefined || lang === '' ? name : `${name}@${lang.toLowerCase()}`,
    text: target,
    range: at < 0 ? tag.range : { start: tag.range.start + at, end: tag.range.start + at + target.length },
  };
}

/**
 * Tells whether what a shortcode makes may be left out of the page, so that it is never asked for its target: in HTML that the
 * site leaves out, and in the definition of a link that may have no use.
 * @param leavesOutHtml the site does not let HTML through (`unsafe`)
 */
export function mayBeLeftOut(tag: Tag, text: string, body: number, leavesOutHtml: boolean): boolean {
  const { start } = tag.range;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (/^ {0,3}\[[^\]]+\]:/.test(line)) {
    return true;
  }
  if (!leavesOutHtml || tag.markup) {
    return false;
  }
  const before = text.slice(body, start);
  const comment = before.lastIndexOf('<!--');
  const block = before.slice(Math.max(0, before.search(/\n[ \t]*\n(?![^]*\n[ \t]*\n)/)));
  return (comment >= 0 && !before.includes('-->', comment)) || /<[a-z/!?]/i.test(block);
}
