import type { PlainReader, Value } from '../scalars';

/**
 * js-yaml 3, the reader in gray-matter (3.x, lib/js-yaml/type): YAML 1.1 without its words for booleans; base 60 and octal
 * numbers, underscores, days and moments.
 */
export const jsYaml: PlainReader = (text) => {
  if (/^(?:~|null|Null|NULL)?$/.test(text)) {
    return { type: 'null', value: null };
  }
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) {
    return { type: 'boolean', value: /^t/i.test(text) };
  }
  if (!/^[-+.\d]/.test(text)) {
    return { type: 'string', value: text };
  }
  if (DAY.test(text) || MOMENT.test(text)) {
    return { type: 'date', value: text };
  }
  return integer(text) ?? float(text) ?? { type: 'string', value: text };
};

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT =
  /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?$/;

/** type/int.js: an underscore anywhere but at the start and the end; large numbers lose their last digits. */
function integer(text: string): Value | undefined {
  const [, sign, digits = ''] = /^([-+]?)(\d(?:[\da-fA-Fx_:]*[\da-fA-F])?)$/.exec(text) ?? [];
  if (sign === undefined) {
    return undefined;
  }
  const plain = digits.replaceAll('_', '');
  const size = /^0x[\da-fA-F_]+$|^0b[01_]+$/.test(digits)
    ? Number(plain)
    : /^0[0-7]*$/.test(plain)
      ? parseInt(plain, 8)
      : /^[1-9]\d*$/.test(plain)
        ? Number(plain)
        : /^[1-9][\d_]*(?::[0-5]?\d)+$/.test(digits)
          ? sexagesimal(plain)
          : undefined;
  return size === undefined ? undefined : { type: 'number', value: sign === '-' && size > 0 ? -size : size };
}

/** type/float.js: an exponent needs no point. */
function float(text: string): Value | undefined {
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) {
    return { type: 'number', value: text.startsWith('-') ? -Infinity : Infinity };
  }
  if (/^\.(?:nan|NaN|NAN)$/.test(text)) {
    return { type: 'number', value: NaN };
  }
  const plain = text.replaceAll('_', '');
  if (text.endsWith('_')) {
    return undefined;
  }
  if (/^(?:[-+]?(?:0|[1-9][\d_]*)(?:\.[\d_]*)?|\.[\d_]+)(?:[eE][-+]?\d+)?$/.test(text)) {
    return { type: 'number', value: Number(plain) };
  }
  if (/^[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*$/.test(text)) {
    const size = sexagesimal(plain.replace(/^[-+]/, ''));
    return { type: 'number', value: plain.startsWith('-') ? -size : size };
  }
  return undefined;
}

function sexagesimal(text: string): number {
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
