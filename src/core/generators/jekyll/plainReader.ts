import type { PlainReader, Value } from '../scalars';
import { plainValue } from './ruby/safeYaml';
import { RubyDate, RubyTime } from './ruby/values';
import type { RubyValue } from './ruby/values';

/**
 * SafeYAML 1.0.5, Jekyll's reader (lib/safe_yaml/transform): booleans in any case, base 60, thousands separators; a date
 * only as `YYYY-MM-DD` and only where the calendar has it, a time only with seconds.
 */
export const safeYaml: PlainReader = (text) => {
  const value = valueOf(text);
  switch (typeof value) {
    case 'boolean':
      return { type: 'boolean', value };
    case 'bigint':
      return { type: 'number', value: Number.isSafeInteger(Number(value)) ? Number(value) : value };
    case 'number':
      return { type: 'number', value };
    case 'string':
      return { type: 'string', value };
    default:
      return dateOrNothing(value, text);
  }
};

function valueOf(text: string): RubyValue {
  try {
    return plainValue(text);
  } catch {
    // A number that Ruby cannot read: an error of the whole header, which is told elsewhere.
    return text;
  }
}

function dateOrNothing(value: RubyValue, text: string): Value {
  return value instanceof RubyDate || value instanceof RubyTime
    ? { type: 'date', value: text }
    : { type: 'null', value: null };
}
