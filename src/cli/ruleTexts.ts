import strings from '../../package.nls.json';
import type { RuleCode } from '../core/rules/rule';

type Key = keyof typeof strings;

/** What each rule finds, in the words of the settings. */
export const RULE_TEXTS = Object.fromEntries(
  Object.entries(strings).flatMap(([key, text]) => (key.startsWith('rule.') ? [[key.slice(5), text]] : [])),
) as Readonly<Record<Extract<Key, `rule.${RuleCode}`> extends `rule.${infer Code}` ? Code : never, string>>;
