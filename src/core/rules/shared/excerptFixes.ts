import { atLeast } from '../../generators/versions';
import { say } from '../../message';
import { Report } from '../../report/report';
import type { Block } from '../../report/sections';
import type { TextEdit } from '../../text';
import { applyEdits, lineEndOf, lineStart } from '../../text';
import { placeField } from '../../write/edits';
import type { Fix, RuleContext } from '../rule';
import { isImage, isInCode } from './inline';

/** The separator that most people write, where a site has none of its own. */
export const USUAL = '<!--more-->';

/** How long a body may be that is rendered for a remark (UTF-16 code units): what takes longer is left unsaid. */
export const MAX_RENDERED = 50_000;

/** The name of the field that declares a separator, however it is spelt. */
const SEPARATOR_FIELD = /^excerpt[-_ ]?sep[ae]r[ae]tor$/i;

/** Tells whether the site's lists show an excerpt of the report that its body decides. */
export function hasCutExcerpt({ report, site, forecast }: RuleContext): boolean {
  const { excerptField, isKnown, name } = site.generator;
  if (forecast.outcome !== 'published' || !isKnown || report.fence.kind !== 'closed') {
    return false;
  }
  // Jekyll gives excerpts to posts and other documents of collections, whose folders start so; to pages, none.
  if (name === 'jekyll' && !/(?:^|\/)_[^/]+\//.test(report.path)) {
    return false;
  }
  // Jekyll has them since 1.0.0 (History.markdown).
  if (
    site.config.postLists?.showExcerpts === false ||
    (name === 'jekyll' && site.version !== '' && !atLeast(site.version, '1.0.0'))
  ) {
    return false;
  }
  // Its name is what is told of then.
  if (
    report.fields.some(({ key }) => key.name !== 'excerpt_separator' && SEPARATOR_FIELD.test(key.name ?? ''))
  ) {
    return false;
  }
  const own = excerptField === null ? null : report.value(excerptField);
  return !own || (own.kind === 'scalar' && own.text.trim() === '');
}

/**
 * Ends the excerpt after the first paragraph: with the separator that the report or the site has, which moves there if it
 * stands before it; else with one that the front matter declares.
 */
export function endAfterFirstParagraph(context: RuleContext): Fix[] {
  const { report, site, forecast, now } = context;
  const separator = site.generator.separatorOf(report, site);
  const paragraph = report.blocks.find(
    (block) => isText(report, block) && block.text.trim() !== separator?.text.trim(),
  );
  if (!separator || separator.text === '' || !paragraph || report.text.length > 2 * MAX_RENDERED) {
    return [];
  }
  const isUndeclared = separator.text.trim() === '';
  const literal = isUndeclared ? USUAL : separator.text;
  const { text } = report;
  const edits: TextEdit[] = [];
  if (isUndeclared) {
    const declaration = report.field('excerpt_separator')
      ? null
      : placeField(context, 'excerpt_separator', literal);
    if (!declaration) {
      return [];
    }
    edits.push(declaration);
  }
  const at = paragraph.range.end;
  const before = text.indexOf(literal, report.body);
  const isMoved = before >= 0 && before < at;
  if (isMoved) {
    const removal = isInCode(report, before) ? null : withoutLine(report, before, literal);
    // A second one above it would count then.
    const next = text.indexOf(literal, before + literal.length);
    if (!removal || (next >= 0 && next < at)) {
      return [];
    }
    edits.push(removal);
  }
  const lineEnd = lineEndOf(text);
  const gap = /^\r?\n(?:[ \t]*\r?\n|[ \t]*$)|^$/.test(text.slice(at, at + 200)) ? '' : lineEnd;
  edits.push({ range: { start: at, end: at }, newText: `${lineEnd}${lineEnd}${literal}${gap}` });
  const title = isMoved
    ? say('Move `{0}` after the first paragraph', literal)
    : say('Add `{0}` after the first paragraph', literal);
  // A shortcode or a tag around the paragraph may keep the separator from being seen.
  const changed = new Report(applyEdits(text, edits), report.path, report.generator, report.options);
  const { from, text: shown } = site.generator.excerpt(changed, site);
  const isSafe = site.generator.forecast(changed, site, now).outcome === forecast.outcome;
  return from === 'separator' && shown !== '' && isSafe ? [{ title, preferred: false, edits }] : [];
}

/** A paragraph with something to read: no image, no line that heads others, no shortcode or tag alone. */
function isText(report: Report, block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    !/^(?:\{[%:{]|<)/.test(block.text) &&
    !isImage(block.text) &&
    !report.sections.some(({ headingRange }) => headingRange.start === block.range.start)
  );
}

/** Takes a separator out that stands alone on its line, with the blank line below it; null for another. */
function withoutLine({ text }: Report, at: number, separator: string): TextEdit | null {
  const start = lineStart(text, at);
  const after = /^[ \t]*\r?\n(?:[ \t]*\r?\n)?/.exec(
    text.slice(at + separator.length, at + separator.length + 200),
  );
  return text.slice(start, at).trim() === '' && after
    ? { range: { start, end: at + separator.length + after[0].length }, newText: '' }
    : null;
}
