import { formatMessage } from '../core/message';
import { Report } from '../core/report/report';
import { checkReport } from '../core/rules';
import type { FieldSchema, Finding, Severity } from '../core/rules/rule';
import { applyEdits } from '../core/text';
import type { ReportFile } from './files';
import { generatorOf, placeOf } from './show';
import type { Place, Shown } from './show';

/** What `check` tells of one file; every key is always there. */
export interface Checked {
  readonly file: string;
  readonly generator: Shown['generator'];
  readonly findings: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    readonly range: Place;
    readonly fixes: readonly {
      readonly title: string;
      readonly kind: 'quickfix';
      readonly preferred: boolean;
      readonly edits: readonly { readonly range: Place; readonly newText: string }[];
      /** The file's new path from the site's root; null where it stays. */
      readonly rename: string | null;
    }[];
  }[];
}

/** How many times fixes are applied: one may bring another to light. */
const MAX_ROUNDS = 20;

/** Checks a report. */
export function check(source: ReportFile, now: number, schema?: FieldSchema): Checked {
  const { report, findings } = findingsOf(source, source.text, now, schema);
  return {
    file: source.file,
    generator: generatorOf(source.site),
    findings: findings.map(({ code, severity, message, range, fixes }) => ({
      code,
      severity,
      message: formatMessage(message),
      range: placeOf(report, range),
      fixes: fixes.map(({ title, preferred, edits, rename }) => ({
        title: formatMessage(title),
        kind: 'quickfix',
        preferred,
        edits: edits.map((edit) => ({ range: placeOf(report, edit.range), newText: edit.newText })),
        rename: rename ?? null,
      })),
    })),
  };
}

/** Applies preferred fixes, one after the other, until none is left. */
export function fixed(source: ReportFile, now: number, schema?: FieldSchema): string {
  let { text } = source;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const fix = findingsOf(source, text, now, schema)
      .findings.flatMap(({ fixes }) => fixes)
      .find(({ preferred }) => preferred);
    if (!fix) {
      break;
    }
    text = applyEdits(text, fix.edits);
  }
  return text;
}

function findingsOf(
  { path, site, options }: ReportFile,
  text: string,
  now: number,
  schema: FieldSchema | undefined,
): { report: Report; findings: Finding[] } {
  const report = new Report(text, path, site.generator, options);
  const forecast = site.generator.forecast(report, site, now);
  return { report, findings: checkReport({ report, site, forecast, now, schema }) };
}
