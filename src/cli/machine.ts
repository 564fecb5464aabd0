import { rules } from '../core/rules';
import type { Severity } from '../core/rules/rule';
import type { Checked } from './checked';
import { plainPath } from './paths';
import { RULE_TEXTS } from './ruleTexts';
import { VERSION } from './version';

/** GitHub's workflow commands, which mark lines of a pull request. */
export function github(checked: readonly Checked[]): string {
  const words = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;
  return checked
    .flatMap(({ file, findings }) =>
      findings.map(({ code, severity, message, range: { start, end } }) => {
        const place = [
          `file=${property(plainPath(file))}`,
          `line=${String(start.line + 1)}`,
          `endLine=${String(end.line + 1)}`,
          `col=${String(start.character + 1)}`,
          `endColumn=${String(end.character + 1)}`,
          `title=${property(code)}`,
        ];
        return `::${words[severity]} ${place.join(',')}::${data(message)}\n`;
      }),
    )
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Relative to the folder that the command runs in, unless the path is absolute. */
function uriOf(file: string): string {
  const path = plainPath(file).split('/').map(encodeURIComponent).join('/');
  return file.startsWith('/') ? `file://${path}` : path;
}

/** SARIF 2.1.0, which code scanners read. */
export function sarif(checked: readonly Checked[]): string {
  const levels: Readonly<Record<Severity, string>> = {
    error: 'error',
    warning: 'warning',
    info: 'note',
    hint: 'note',
  };
  const results = checked.flatMap(({ file, findings }) =>
    findings.map(({ code, severity, message, range: { start, end } }) => ({
      ruleId: code,
      ruleIndex: rules.findIndex((rule) => rule.code === code),
      level: levels[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(file) },
            region: {
              startLine: start.line + 1,
              startColumn: start.character + 1,
              endLine: end.line + 1,
              endColumn: end.character + 1,
            },
          },
        },
      ],
    })),
  );
  const driver = {
    name: 'conference-notes',
    version: VERSION,
    rules: rules.map(({ code, severity }) => ({
      id: code,
      name: code.replace(/(?:^|-)(.)/g, (_whole, letter: string) => letter.toUpperCase()),
      shortDescription: { text: RULE_TEXTS[code] },
      help: { text: `${RULE_TEXTS[code]}. See docs/rules/${code}.md of Conference Notes.` },
      defaultConfiguration: { level: levels[severity] },
    })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
