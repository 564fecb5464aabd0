import type { Report } from '../../report/report';
import type { LostOutput, Site } from '../generator';
import { isSwitchedOff, optionsOf } from './liquid';
import { SITE_VARIABLES } from './liquid/evaluate';
import { isFilter } from './liquid/arity';
import { LiquidFailure } from './liquid/failure';
import { includeParts, parseTemplate, SETS_NOTHING } from './liquid/template';
import type { Body, LiquidNode } from './liquid/template';

type OutputNode = Extract<LiquidNode, { kind: 'output' }>;

/** Variables that the template does not set itself, beside those that all pages have. */
const GIVEN: ReadonlySet<string> = new Set(['page', 'jekyll', 'include', 'forloop', 'tablerowloop']);

/** Filters that make nothing of nothing. */
const KEEP_NOTHING: ReadonlySet<string> = new Set([
  'capitalize', 'date', 'date_to_long_string', 'date_to_string', 'date_to_xmlschema', 'downcase', 'escape', 'first', 'last',
  'lstrip', 'rstrip', 'strip', 'strip_html', 'strip_newlines', 'upcase', 'xml_escape',
]); // prettier-ignore

/**
 * Finds the outputs in a post's body that come to nothing, as no variable of that name is ever set: Liquid takes all that
 * stands between two braces for one (lib/liquid/variable.rb, context.rb, find_variable). `raw` and comments are passed over.
 */
export function lostOutputs(report: Report, site: Site): LostOutput[] {
  const { text, body } = report;
  if (!text.includes('{{', body) || isSwitchedOff(report, site)) {
    return [];
  }
  const nodes: LiquidNode[] = [];
  try {
    collect(parseTemplate(text.slice(body), optionsOf(site)), nodes);
  } catch (failure) {
    if (failure instanceof LiquidFailure) {
      // It ends the build, which is told elsewhere.
      return [];
    }
    throw failure;
  }
  const set = variablesOf(nodes, site);
  const arePluginsKnown = site.config.jekyll?.liquid.tags !== null;
  return nodes.flatMap((node): LostOutput[] => {
    if (node.kind !== 'output' || !isNothing(node, arePluginsKnown)) {
      return [];
    }
    const start = body + node.token.start;
    const range = { start, end: start + node.token.text.length };
    const name = node.output.value.kind === 'lookup' ? node.output.value.path[0] : undefined;
    if (typeof name !== 'string') {
      return name === undefined ? [{ range, variable: null }] : [];
    }
    return set === null || set.has(name) || GIVEN.has(name) || SITE_VARIABLES.has(name)
      ? []
      : [{ range, variable: name }];
  });
}

/** All nodes of a template that are run, however deep. */
function collect({ nodes }: Body, found: LiquidNode[]): void {
  for (const node of nodes) {
    found.push(node);
    if (node.kind === 'block' && node.name !== 'raw' && node.name !== 'comment') {
      node.branches.forEach(({ body }) => {
        collect(body, found);
      });
    }
  }
}

/** The variables that the template sets anywhere; null where tags set what is not known here. */
function variablesOf(nodes: readonly LiquidNode[], site: Site): ReadonlySet<string> | null {
  const names = new Set<string>();
  for (const node of nodes) {
    if (node.kind === 'block') {
      const [name] = /[\w-]+/.exec(node.markup.slice(0, 1000)) ?? [];
      if (name !== undefined && ['capture', 'for', 'tablerow'].includes(node.name)) {
        names.add(name);
      }
    } else if (node.kind === 'tag') {
      const { name, markup } = node;
      if (name === 'assign' || name === 'increment' || name === 'decrement') {
        names.add(/[\w-]+/.exec(markup.slice(0, 1000))?.[0] ?? '');
      } else if (
        !SETS_NOTHING.has(name) &&
        !(name === 'include' && setsNothing(includeParts(markup).file, site))
      ) {
        return null;
      }
    }
  }
  return names;
}

/** What a template sets stays set behind the tag that includes it. */
function setsNothing(file: string, { config }: Site): boolean {
  const text = config.jekyll?.liquid.includes?.get(file);
  return typeof text === 'string' && !/\{%-?\s*(?:assign|capture|include|increment|decrement)/.test(text);
}

/** Tells whether filters leave nothing of a variable that there is not, or there is nothing to start with. */
function isNothing({ output: { value, filters }, token }: OutputNode, arePluginsKnown: boolean): boolean {
  // Who writes `nil` wants nothing.
  const isEmpty =
    value.kind === 'lookup' || (value.kind === 'literal' && value.value === null && !/\w/.test(token.text));
  return (
    isEmpty && filters.every(({ name }) => KEEP_NOTHING.has(name) || (arePluginsKnown && !isFilter(name)))
  );
}
