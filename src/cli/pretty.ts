import type { Checked } from './check';
import type { Shown } from './show';

/** Colours text where the output is a terminal. */
export type Paint = (colour: keyof typeof COLOURS, text: string) => string;

const COLOURS = { error: 31, warning: 33, info: 36, hint: 90, dim: 90, bold: 1, good: 32 } as const;

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
    `${paint('bold', file)}  ${paint('dim', [generator.name, generator.version].filter(Boolean).join(' '))}`,
    `  ${paint(state, forecast.outcome)}${forecast.reason ? `: ${forecast.reason}` : ''}`,
    ...(forecast.title ? [`  title      ${forecast.title}`] : []),
    ...(forecast.date ? [`  date       ${forecast.date}`] : []),
    ...(forecast.url ? [`  url        ${forecast.url}`] : []),
    ...(excerpt ? [`  excerpt    ${shortened(excerpt.text)} ${paint('dim', `(${excerpt.from})`)}`] : []),
    ...takeaways.map(
      ({ text }, index) => `  ${index === 0 ? 'take-aways' : '          '} ${shortened(text)}`,
    ),
    ...talks.map(
      ({ title, speakers }, index) =>
        `  ${index === 0 ? 'talks     ' : '          '} ${[title, speakers.join(', ')].filter(Boolean).join(' – ')}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}

/**
 * One report's findings with the lines they are about, for people.
 * @param text the report's text
 */
export function prettyChecked({ file, findings }: Checked, text: string, paint: Paint): string {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  return findings
    .map(({ code, severity, message, range: { start, end } }) => {
      const source = (lines[start.line] ?? '').replaceAll('\t', ' ');
      const number = String(start.line + 1);
      const length = Math.max(1, (end.line === start.line ? end.character : source.length) - start.character);
      const gutter = ' '.repeat(number.length);
      return [
        `${paint('bold', `${file}:${number}:${String(start.character + 1)}`)} ${paint(severity, severity)} ${message} ${paint('dim', code)}`,
        paint('dim', `${gutter} |`),
        `${paint('dim', `${number} |`)} ${source.slice(0, 160)}`,
        `${paint('dim', `${gutter} |`)} ${' '.repeat(Math.min(start.character, 160))}${paint(severity, '^'.repeat(Math.min(length, 160)))}`,
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
