import type { Value } from '../../generators/scalars';
import { say } from '../../message';
import type { Message } from '../../message';
import { quoted, yamlQuoted } from '../../write/edits';
import { subject } from '../shared/names';
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule';
import { areValuesUsed, isNameUsed, isYamlTag, severityFor, shortened, TEXT_FIELDS } from '../shared/fields';
import { writtenItems, writtenValue } from '../../write/written';
import type { Written } from '../../write/written';

/** The fields that may hold several names. */
const NAMES: ReadonlySet<string> = new Set([
  'author',
  'authors',
  'speaker',
  'speakers',
  'event',
  'location',
  'series',
]);

/** A value that the generator changes. */
export const changedValue: Rule = {
  code: 'changed-value',
  severity: 'warning',
  check(context) {
    const { report } = context;
    if (!areValuesUsed(context)) {
      return [];
    }
    return TEXT_FIELDS.flatMap((name): RuleFinding[] => {
      const entry = report.field(name);
      if (!entry) {
        return [];
      }
      const { value } = entry;
      if (value?.kind === 'list') {
        // Of the others the list itself is wrong, or a template's own affair.
        if (!NAMES.has(name)) {
          return [];
        }
        return writtenItems(report, value).flatMap((item) => checkText(context, name, item));
      }
      return checkText(context, name, writtenValue(report, entry));
    });
  },
};

function checkText(context: RuleContext, name: string, written: Written): RuleFinding[] {
  const { report, site, forecast } = context;
  const change = changeOf(context, written, name === 'title') ?? escapeIn(context, written);
  if (!change || isMeant(name, change)) {
    return [];
  }
  const shown = shortened(name === 'title' ? (forecast.title ?? '') : change.shown);
  // A title that is left empty is missing, which another rule tells.
  if (name === 'title' && (shown === change.meant || shown === '')) {
    return [];
  }
  const generator = subject(site.generator);
  const message =
    change.kind === 'date' && !site.generator.isKnown
      ? say('{0} will not take this for text: {1}.', generator, change.cause)
      : name === 'title'
        ? say('{0} will call this post “{1}”: {2}.', generator, shown, change.cause)
        : shown === ''
          ? say(
              '{0} will show nothing for `{1}`: {2}.',
              generator,
              report.field(name)?.key.name ?? name,
              change.cause,
            )
          : say(
              '{0} will show “{1}” for `{2}`: {3}.',
              generator,
              shown,
              report.field(name)?.key.name ?? name,
              change.cause,
            );
  return [
    {
      // `~` is hardly ever meant as text.
      severity: severityFor(context, change.meant === '~' ? 'info' : 'warning'),
      message,
      range: change.range,
      fixes: change.fixes,
    },
  ];
}

/** How a value is changed. */
export interface Change {
  readonly kind: Value['type'] | 'mark' | 'map' | 'escape';
  /** The text that was most likely meant. */
  readonly meant: string;
  readonly shown: string;
  readonly cause: Message;
  readonly range: Written['range'];
  readonly fixes: readonly Fix[];
}

/**
 * How the generator changes a value that is meant as text; null where it takes it as it is written.
 * @param isTitle it is the title, for which something else may stand in
 */
export function changeOf(context: RuleContext, written: Written, isTitle = false): Change | null {
  const { report, site, forecast } = context;
  const { node, mark, source, range } = written;
  if (written.isAlias || (node && node.kind !== 'scalar')) {
    return node?.kind === 'map' && node.flow && source.startsWith('{{') ? outputTag(context, written) : null;
  }
  const shown = node ? site.generator.shownText(node, site.version) : '';
  if (isLost(context, written)) {
    const cause = mark.startsWith('!')
      ? say('without quotes, `{0}` is a type', firstWord(mark))
      : say('without quotes, `{0}` is a name for the value', firstWord(mark));
    return {
      kind: 'mark',
      meant: source,
      shown,
      cause,
      range,
      fixes: quote(context, written, source, shown !== ''),
    };
  }
  if (!node || mark.includes('binary')) {
    return null;
  }
  const isPlain = node.style === 'plain' || node.style === 'bare';
  const meant = node.style === 'bare' ? source : node.text;
  const typed = node.bare ?? site.generator.plainReader(site.version)(node.text);
  const kind = typed.type;
  if (!isPlain || (isTitle && kind !== 'string' ? (forecast.title ?? '') : shown) === meant) {
    return null;
  }
  const isWord = kind === 'null' || /^(?:true|false)$/i.test(node.text);
  // A name that is used below must stay; YAML's own types must not, which take Jekyll the quotes away.
  const place = mark.startsWith('&') ? { ...written, range: node.range } : written;
  return {
    kind,
    meant,
    shown,
    cause: causeOf(typed, report.text.slice(node.range.start, node.range.end)),
    range: place.range,
    fixes: quote(context, place, meant, !isWord),
  };
}

/** Tells whether a type or a name stands where text was meant. */
function isLost({ report }: RuleContext, { node, mark }: Written): boolean {
  const isNothing = node?.kind !== 'scalar' || (node.style === 'plain' && node.text === '');
  if (mark === '' || (isYamlTag(mark) && !isNothing)) {
    return false;
  }
  const isText = node?.kind !== 'scalar' || node.style === 'plain';
  return isText && (mark.startsWith('!') || !isNameUsed(report, mark));
}

/** `{{ page.x }}`: Liquid that YAML takes for a map in a map. */
function outputTag(context: RuleContext, written: Written): Change {
  const cause = say('without quotes, `{{` starts a map');
  const fixes = quote(context, written, written.source, false);
  return { kind: 'map', meant: written.source, shown: '{}', cause, range: written.range, fixes };
}

function firstWord(mark: string): string {
  return mark.split(/\s/)[0] ?? mark;
}

function causeOf({ type, value }: Value, source: string): Message {
  switch (type) {
    case 'number':
      return say('without quotes, `{0}` is a number', source);
    case 'boolean':
      return say('without quotes, `{0}` means {1}', source, String(value));
    case 'null':
      return say('without quotes, `{0}` is nothing', source);
    case 'date':
      return say('without quotes, `{0}` is a date', source);
    case 'string':
      return say('without quotes, its tabs get lost');
  }
}

/** Quotes a value with what stands before it. */
function quote({ report }: RuleContext, { range }: Written, text: string, preferred: boolean): Fix[] {
  const newText = report.frontMatter?.format === 'yaml' ? yamlQuoted(text) : quoted(text);
  return [{ title: say('Put it in quotes'), preferred, edits: [{ range, newText }] }];
}

/** `author: false`, `excerpt: no` and `slug: off` say that there is none. */
function isMeant(name: string, { kind, meant }: Change): boolean {
  return (
    name !== 'title' &&
    (kind === 'null' ||
      (kind === 'boolean' && (name === 'excerpt' || name === 'slug' || /^(?:true|false)$/i.test(meant))))
  );
}

/** A path of Windows, whose backslashes mean something else in double quotes: `"C:\Projects"`. */
const PATH = /[A-Za-z]:\\[abefnrtvNLP_](?=\w)/;

function escapeIn(context: RuleContext, { node, source, range }: Written): Change | null {
  if (context.report.frontMatter?.format !== 'yaml' || node?.kind !== 'scalar' || node.style !== 'double') {
    return null;
  }
  const at = PATH.exec(source);
  if (!at || source.length !== range.end - range.start) {
    return null;
  }
  const escape = at[0].slice(2);
  const start = range.start + at.index + 2;
  const inner = source.slice(1, -1);
  const fixes: Fix[] =
    /\\["\\/xuU\s]/.test(inner) || inner.includes("'")
      ? []
      : [{ title: say('Use single quotes'), preferred: false, edits: [{ range, newText: `'${inner}'` }] }];
  return {
    kind: 'escape',
    meant: inner,
    shown: node.text,
    cause: say('in double quotes, `{0}` stands for another character', escape),
    range: { start, end: start + escape.length },
    fixes,
  };
}
