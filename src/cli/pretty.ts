import type { Checked } from './checked';
import { shownPath } from './paths';
import type { Shown } from './show';

/** Colours text where the output is a terminal. */
export type Paint = (colour: keyof typeof COLOURS, text: string) => string;

const COLOURS = { error: 31, warning: 33, info: 36, hint: 90, dim: 90, bold: 1, good: 32 } as const;

/** How much of a line is shown. */
const FRAME = 160;

/** Makes a painter; without colour it gives the text as it is. */
export function painter(colour: boolean): Paint {
  return (name, text) => (colour ? `\u001b[${String(COLOURS[name])}m${text}\u001b[0m` : text);
}

/** One report's forecast, for people. */
export function prettyShown(
  { file, generator, forecast, excerpt, takeaways, talks }: Shown,
  paint: Paint,
): string {
  const state = forecast.outcome === 'published' ? 'good' : forecast.outcome === 'hidden' ? 'dim' : 'warning';
  const lines = [
    `${paint('bold', shownPath(file))}  ${paint('dim', [generator.name, generator.version].filter(Boolean).join(' '))}`,
    `  ${paint(state, forecast.outcome)}${forecast.reason ? `: ${forecast.reason}` : ''}`,
    ...(forecast.title ? [`  title      ${printable(forecast.title)}`] : []),
    ...(forecast.date ? [`  date       ${forecast.date}`] : []),
    ...(forecast.url ? [`  url        ${forecast.url}`] : []),
    ...(excerpt
      ? [
          `  excerpt    ${shortened(excerpt.text)} ${paint('dim', `(${excerpt.from}${excerpt.certain ? '' : ', about here'})`)}`,
        ]
      : []),
    ...takeaways.map(
      ({ text }, index) => `  ${index === 0 ? 'take-aways' : '          '} ${shortened(text)}`,
    ),
    ...talks.map(
      ({ title, speakers }, index) =>
        `  ${index === 0 ? 'talks     ' : '          '} ${printable([title, speakers.join(', ')].filter(Boolean).join(' – '))}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function shortened(text: string): string {
  return printable(text.length > 90 ? `${text.slice(0, 89)}…` : text);
}

/** A tab would move what is behind it, and a terminal would do what other control characters say. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

/**
 * One report's findings with the lines they are about, for people.
 * @param text the report's text
 */
export function prettyChecked({ file, findings }: Checked, text: string, paint: Paint): string {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  return findings
    .map(({ code, severity, message, range: { start, end } }) => {
      const line = printable(lines[start.line] ?? '');
      const number = String(start.line + 1);
      const length = Math.max(1, (end.line === start.line ? end.character : line.length) - start.character);
      // Of a long line, the part around the place.
      const from = start.character > FRAME - 40 ? start.character - 40 : 0;
      const column = start.character - from;
      const gutter = ' '.repeat(number.length);
      return [
        `${paint('bold', `${shownPath(file)}:${number}:${String(start.character + 1)}`)} ${paint(severity, severity)} ${printable(message)} ${paint('dim', code)}`,
        paint('dim', `${gutter} |`),
        `${paint('dim', `${number} |`)} ${line.slice(from, from + FRAME)}`,
        `${paint('dim', `${gutter} |`)} ${' '.repeat(column)}${paint(severity, '^'.repeat(Math.min(length, FRAME - column)))}`,
        '',
      ].join('\n');
    })
    .join('\n');
}

/** All that was found, in one line. */
export function summary(checked: readonly Checked[], paint: Paint): string {
  const all = checked.flatMap(({ findings }) => findings);
  const counted = (['error', 'warning', 'info', 'hint'] as const)
    .map((severity) => ({ severity, count: all.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => paint(severity, `${String(count)} ${severity}${count === 1 ? '' : 's'}`));
  const reports = `${String(checked.length)} report${checked.length === 1 ? '' : 's'}`;
  return `${reports} checked: ${counted.length > 0 ? counted.join(', ') : paint('good', 'nothing found')}\n`;
}
