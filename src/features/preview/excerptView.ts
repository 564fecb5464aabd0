import { excerptOf } from '../../core/generators/excerptOf';
import type { Excerpt } from '../../core/generators/generator';
import { say } from '../../core/message';
import type { Message } from '../../core/message';
import type { ExcerptView } from '../../webview/reportView';
import { MAX_EXCERPT, MAX_EXCERPT_HTML, startOfHtml } from './bounds';
import { lineOf, targetOf } from './context';
import { copyView } from './copyView';
import type { Speech, ViewInput } from './context';
import { excerptFixes } from './findingsView';
import { dayOf } from './headerView';

/** A whole post as excerpt is worth a word from this length on, in characters: about a screen of a list of posts. */
const LONG = 800;

/** Where an excerpt comes from, and what could be better. */
interface Origin {
  readonly source: Message;
  readonly hint: Message | null;
}

/** The excerpt as the generator cuts it, and where it comes from. */
export function excerptView(input: ViewInput, title: string, speech: Speech): ExcerptView {
  const { report, site, forecast } = input;
  const { translate } = speech;
  const readable = report.fence.kind === 'closed' || input.forecast.outcome !== 'build-error';
  const excerpt = readable ? excerptOf(report, site, MAX_EXCERPT) : null;
  const shown =
    excerpt !== null &&
    excerpt.from !== 'none' &&
    (excerpt.from === 'front-matter' || /\S/.test(report.text.slice(report.body)));
  const { source, hint } = shown
    ? originOf(excerpt, input)
    : { source: absence(input, readable), hint: null };
  const range = excerpt?.separator ?? excerpt?.range ?? null;
  const empty = shown && excerpt.text === '' && !/<img|data-placeholder/.test(excerpt.html);
  return {
    heading: translate(say('In the list of posts')),
    source: { text: translate(source), target: shown && range ? targetOf(range, report, speech) : null },
    html: shown && !empty ? startOfHtml(excerpt.html, MAX_EXCERPT_HTML) : null,
    title,
    date: dayOf(input, speech.language),
    wholePost: shown && excerpt.wholePost,
    hint: empty
      ? translate(say('There is no text in it.'))
      : [hint, shown && isCut(excerpt) ? say('It is long: only its start is shown here.') : null]
          .flatMap((message) => (message ? [translate(message)] : []))
          .join(' ') || null,
    fixes: excerptFixes(input, speech),
    target: shown && excerpt.range ? targetOf(excerpt.range, report, speech) : null,
    copy:
      shown && !empty
        ? copyView('excerpt', excerpt.text.length, { report, site, forecast, excerpt }, speech)
        : null,
  };
}

function isCut({ isStart, html }: Excerpt): boolean {
  return isStart === true || html.length > MAX_EXCERPT_HTML;
}

function originOf(excerpt: Excerpt, input: ViewInput): Origin {
  const { report } = input;
  switch (excerpt.from) {
    case 'front-matter': {
      const field = report.fields.find(({ value }) => value?.range === excerpt.range)?.key.name;
      return {
        source: field ? say('From `{0}` in the front matter', field) : say('From the front matter'),
        hint: null,
      };
    }
    case 'separator':
      return { source: separatorSource(excerpt, input), hint: null };
    case 'first-block':
      return firstBlock(excerpt, input);
    case 'whole-post':
      return excerpt.isUncertain ? aboutHere(excerpt) : wholePost(excerpt, input);
    default:
      return excerpt.isUncertain
        ? aboutHere(excerpt)
        : { source: say('Automatic summary, {0} words', wordsOf(excerpt.text)), hint: null };
  }
}

/** What a template or a highlighter makes of the text counts, too. */
function aboutHere({ text }: Excerpt): Origin {
  return {
    source: say('Automatic summary, about {0} words', wordsOf(text)),
    hint: say(
      'It ends about here: where exactly depends on the HTML that the site makes of code, or of what it has templates for.',
    ),
  };
}

function separatorSource({ separator }: Excerpt, { report }: ViewInput): Message {
  if (!separator) {
    return say('Up to the separator');
  }
  const line = lineOf(separator.start, report);
  const text = report.text.slice(separator.start, separator.end);
  return text.trim() === '' || text.includes('\n')
    ? say('Up to the separator on line {0}', line)
    : say('Up to `{0}` on line {1}', text, line);
}

function firstBlock({ range }: Excerpt, { report }: ViewInput): Origin {
  const blocks = report.blocks.filter(
    (block) => range && block.range.start < range.end && block.range.end > range.start,
  );
  const kinds = new Set(blocks.map(({ kind }) => kind));
  if (kinds.size === 1 && kinds.has('heading')) {
    return {
      source: say('Only a heading: the first block of the text'),
      hint: say('Readers see no more than this heading. Start with a sentence or two.'),
    };
  }
  return {
    source:
      kinds.size === 1 && kinds.has('paragraph') ? say('First paragraph') : say('First block of the text'),
    hint: null,
  };
}

function wholePost({ text }: Excerpt, { report, site }: ViewInput): Origin {
  const separator = site.generator.separatorOf(report, site);
  const long = text.length > LONG;
  if (!separator) {
    return { source: say('Whole post'), hint: null };
  }
  if (separator.text.trim() === '') {
    return report.text.includes('\r\n')
      ? {
          source: say('Whole post: between CRLF line ends, {0} sees no blank line', site.generator.title),
          hint: say('Change the line ends to LF, or declare a separator.'),
        }
      : { source: say('Whole post: there is no blank line to cut it at'), hint: null };
  }
  const name = separator.text.trim();
  const declared = separator.declaredBy !== null || site.config.excerptSeparator === separator.text;
  return {
    source: declared
      ? say('Whole post: the separator `{0}` does not occur', name)
      : say('Whole post: there is no `{0}`, and no summary of its own', name),
    hint: declared || long ? say('Put `{0}` where the excerpt should end.', name) : null,
  };
}

/** Why there is no excerpt. */
function absence({ report, site, forecast }: ViewInput, readable: boolean): Message {
  if (!site.generator.isKnown) {
    return say('Every generator cuts excerpts its own way. Select one to see yours.');
  }
  if (!readable) {
    return say('Not known until the front matter can be read.');
  }
  if (forecast.outcome === 'bare') {
    return say('None: the front matter cannot be read.');
  }
  return site.generator.separatorOf(report, site)?.text === ''
    ? say('None: an empty separator switches excerpts off.')
    : say('None yet: there is no text.');
}

function wordsOf(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
