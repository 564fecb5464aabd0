import { say } from '../../core/message';
import type { Report } from '../../core/report/report';
import type { Talk } from '../../core/report/talks';
import type { ReportView, TalkLinkView, TalksView, TalkView } from '../../webview/reportView';
import { MAX_ITEMS, startOfLine } from './bounds';
import { targetOf } from './context';
import type { Speech, ViewInput } from './context';
import { excerptView } from './excerptView';
import { findingsView } from './findingsView';
import { forecastView } from './forecastView';
import { headerView } from './headerView';
import { isOpenable } from './messages';
import { takeawaysView } from './takeawaysView';

/**
 * Makes all that the preview shows of a report, in the user's language. Free of `vscode`, and it does not throw.
 * HTML is in it only where src/core/markdown made it.
 */
export function viewOf(input: ViewInput, speech: Speech): ReportView {
  const { translate } = speech;
  const header = headerView(input, speech);
  return {
    language: speech.language,
    labels: {
      image: translate(say('Image')),
      remoteImage: translate(say('Image from elsewhere, not loaded')),
      program: translate(say('Run by the site’s generator, not here')),
    },
    rawHtml: input.rawHtml,
    header,
    forecast: forecastView(input, speech),
    findings: findingsView(input, speech),
    excerpt: excerptView(input, header.title, speech),
    takeaways: takeawaysView(input, speech),
    talks: talksView(input.report, speech),
    exportButton: { label: translate(say('Export report card…')), action: 'exportCard' },
  };
}

function talksView(report: Report, speech: Speech): TalksView {
  const { translate } = speech;
  const { talks } = report;
  return {
    heading: translate(say('Talks')),
    items: talks.slice(0, MAX_ITEMS).map((talk) => talkView(talk, report, speech)),
    hint:
      talks.length > MAX_ITEMS
        ? translate(say('{0} more are in the report.', talks.length - MAX_ITEMS))
        : talks.length > 0
          ? null
          : translate(
              say(
                'None yet. Type `note-talk` for the snippet, or add a heading such as `### Title by Speaker`.',
              ),
            ),
  };
}

function talkView(
  { title, speakers, time, intro, links, range }: Talk,
  report: Report,
  speech: Speech,
): TalkView {
  return {
    title: startOfLine(title) || speech.translate(say('No title')),
    time: time ?? '',
    speakers: startOfLine(speakers.join(', ')),
    summary: startOfLine(intro ?? ''),
    links: talkLinks(links, speech),
    target: targetOf(range, report, speech),
  };
}

/** Slides and videos; the other links of a talk's text are no part of its card. */
function talkLinks(links: Talk['links'], { translate }: Speech): TalkLinkView[] {
  const labels = { slides: translate(say('Slides')), video: translate(say('Video')) };
  const shown = links.flatMap(({ kind, title, url }): TalkLinkView[] =>
    kind === 'other' || !isOpenable(url) ? [] : [{ kind, label: labels[kind], title, href: url }],
  );
  // Two of a kind are told apart by the note's own words.
  return shown.map((link) =>
    shown.some((other) => other !== link && other.kind === link.kind) ? { ...link, label: link.title } : link,
  );
}
