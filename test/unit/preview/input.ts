import type { Generator, Site } from '../../../src/core/generators/generator';
import type { SiteConfig } from '../../../src/core/generators/siteConfig';
import { generic } from '../../../src/core/generators/generic/index';
import { hugo } from '../../../src/core/generators/hugo/index';
import { jekyll } from '../../../src/core/generators/jekyll/index';
import { formatMessage, say } from '../../../src/core/message';
import { checkReport } from '../../../src/core/rules';
import { Report } from '../../../src/core/report/report';
import type { Speech, ViewInput } from '../../../src/features/preview/context';
import { viewOf } from '../../../src/features/preview/viewModel';
import type { ReportView } from '../../../src/webview/reportView';

const GENERATORS: Record<'jekyll' | 'hugo' | 'generic', Generator> = { jekyll, hugo, generic };

const PATHS = { jekyll: '_posts/2026-03-05-notes.md', hugo: 'content/posts/notes.md', generic: 'notes.md' };

export interface Options {
  readonly config?: SiteConfig;
  readonly path?: string;
}

const english: Speech = { translate: formatMessage, language: 'en' };

/** A report as a view is made of it, read on 1 July 2026. */
export function inputOf(
  text: string,
  name: keyof typeof GENERATORS = 'jekyll',
  { config = {}, path = PATHS[name] }: Options = {},
): ViewInput {
  const generator = GENERATORS[name];
  const site: Site = { generator, version: generator.newest, config };
  const report = new Report(text, path, generator);
  const now = Date.UTC(2026, 6, 1);
  const forecast = generator.forecast(report, site, now);
  const findings = checkReport({ report, site, forecast, now });
  return { report, site, siteReason: say('Found.'), forecast, findings, rawHtml: true };
}

/** The English view of a report. */
export function view(
  text: string,
  name: keyof typeof GENERATORS = 'jekyll',
  options: Options = {},
): ReportView {
  return viewOf(inputOf(text, name, options), english);
}

/** Front matter and body in one text. */
export function post(header: string, body: string): string {
  return `---\n${header}\n---\n\n${body}\n`;
}
