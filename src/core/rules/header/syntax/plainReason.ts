import type { Format, SyntaxProblem } from '../../../frontMatter/tree';
import { say } from '../../../message';
import type { Message } from '../../../message';

/** What a parser's words come to, without its own terms; the first that fits. */
const YAML: readonly (readonly [reason: RegExp, plain: () => Message])[] = [
  [/tab/i, () => say('YAML is indented with spaces, not with tabs')],
  [/expected ':'|IMPLICIT_KEY|Implicit keys?/, () => say('the line above this is no field: a field is written `name: value`')],
  [/mapping values are not allowed|Nested mappings/, () => say('there is a colon too many: text with a colon needs quotes')],
  [/',' or '\]'|',' or '\}'|in flow collection|Flow (?:sequence|map)/i, () => say('a comma or a closing bracket is missing before this')],
  [/quoted scalar|closing .*quote/i, () => say('a quote is not closed')],
  [/expected node content|no value|nothing before the comma/i, () => say('a value is missing here')],
  [/expected key/, () => say('this is no field: a field is written `name: value`')],
  [/document|YAML ends/, () => say('the fields end above this line')],
  [/'-' indicator/, () => say('this is neither an item of the list above nor a field')],
  [/escape|hexdecimal/i, () => say('in double quotes, the backslash here stands for no character')],
  [/sequence entries|block collection/i, () => say('a list cannot start here')],
  [/comment or line break/, () => say('text cannot stand on the line of `|` or `>`')],
  [/alphabetic or numeric|alias|anchor|Behind `[*&]`|name behind/i, () => say('text that starts with `*` or `&` needs quotes')],
  [/mapping keys/, () => say('text that starts with `?` needs quotes')],
  [/cannot start any token|plain value cannot start/i, () => say('this character cannot start a value: put quotes around it')],
  [/control character|not allowed: /i, () => say('there is a character that cannot be seen')],
  [/directive/i, () => say('a line cannot start with `%`')],
  [/too deep/i, () => say('it is nested too deeply')],
  [/tag/i, () => say('text that starts with `!` needs quotes')],
  [/indent/i, () => say('this line stands further in or out than it may')],
]; // prettier-ignore

const TOML: readonly (readonly [reason: RegExp, plain: () => Message])[] = [
  [/unterminated string/i, () => say('a quote is not closed')],
  [/unterminated array|comma/i, () => say('a comma or a closing bracket is missing before this')],
  [/multiple times/i, () => say('this appears twice')],
  [/unspecified values/i, () => say('a value is missing before this')],
  [/equal|same line/i, () => say('this line is no field: a field is written `name = value`')],
  [/newline/i, () => say('nothing may stand behind the value')],
  [/invalid date|invalid time/i, () => say('the calendar has no such day')],
  [/leading zeros/i, () => say('a number cannot start with a zero')],
  [/escape/i, () => say('in double quotes, the backslash here stands for no character')],
  [/control character/i, () => say('there is a character that cannot be seen')],
  [/too deep/i, () => say('it is nested too deeply')],
]; // prettier-ignore

/** The parser's reason, in words that fit behind a colon: what a writer can do something about. */
export function plainReason({ code, reason }: SyntaxProblem, format: Format): Message {
  const known = format === 'yaml' ? YAML : format === 'toml' ? TOML : [];
  const plain = known.find(([pattern]) => pattern.test(reason) || pattern.test(code));
  if (plain) {
    return plain[1]();
  }
  if (format === 'json' && reason !== '') {
    // `JSON` keeps its capital.
    const isName = /^[A-Z]{2}/.test(reason);
    return say('{0}', isName ? reason : reason.slice(0, 1).toLowerCase() + reason.slice(1));
  }
  return format === 'toml'
    ? say('this cannot be read as TOML: text needs quotes')
    : say('this cannot be read: text may need quotes here');
}
