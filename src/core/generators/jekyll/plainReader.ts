import type { PlainReader, Value } from '../scalars';

const NULL: Value = { type: 'null', value: null };

/**
 * SafeYAML 1.0.5, Jekyll's reader (lib/safe_yaml/transform): booleans in any case, base 60, thousands separators;
 * a date only as `YYYY-MM-DD`, a time only with seconds, whether or not the calendar has it. What the forecast is made of is
 * typed in ruby/safeYaml.ts.
 */
export const safeYaml: PlainReader = (text) => {
  if (text === '' || text === '~' || /^null$/i.test(text)) {
    return NULL;
  }
  if (/^(?:true|yes|on)$/i.test(text)) {
    return { type: 'boolean', value: true };
  }
  if (/^(?:false|no|off)$/i.test(text)) {
    return { type: 'boolean', value: false };
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) || /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d/.test(text)) {
    return { type: 'date', value: text };
  }
  const sixty = /^(\d{1,2}):([0-5]?\d)$/.exec(text);
  if (sixty) {
    return { type: 'number', value: Number(sixty[1]) * 60 + Number(sixty[2]) };
  }
  return numberOf(text.replaceAll(',', '')) ?? { type: 'string', value: text };
};

function numberOf(cleaned: string): Value | undefined {
  if (/^[-+]?0x[0-9a-f]+$/i.test(cleaned)) {
    return {
      type: 'number',
      value: Number(cleaned.replace(/^[-+]/, '')) * (cleaned.startsWith('-') ? -1 : 1),
    };
  }
  if (/^[-+]?\d+$/.test(cleaned)) {
    const value = Number(cleaned);
    return { type: 'number', value: Number.isSafeInteger(value) ? value : BigInt(cleaned.replace('+', '')) };
  }
  // A point is needed: `1e3` stays a string.
  if (/^[-+]?(?:\d+\.\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(cleaned)) {
    return { type: 'number', value: Number(cleaned) };
  }
  return undefined;
}
