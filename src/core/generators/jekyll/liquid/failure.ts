import { say } from '../../../message';
import type { Message } from '../../../message';
import { RubyDate, RubyTime } from '../ruby/values';
import type { RubyValue } from '../ruby/values';

/** What ends the build; `start` and `end` are offsets in the template. */
export class LiquidFailure extends Error {
  constructor(
    readonly reason: Message,
    readonly start: number,
    readonly end: number,
  ) {
    super(reason.template);
  }
}

/** What a filter cannot do; where it stands is known to who applies it. */
export class FilterFailure extends Error {
  constructor(readonly reason: Message) {
    super(reason.template);
  }
}

/** A filter is given something for which it is not made. */
export function notFor(name: string, value: RubyValue): never {
  throw new FilterFailure(
    value === null
      ? say('there is nothing that `{0}` could be applied to', name)
      : say('`{0}` cannot be applied to {1}', name, kindOf(value)),
  );
}

function kindOf(value: RubyValue): Message {
  switch (typeof value) {
    case 'string':
      return say('a text');
    case 'bigint':
    case 'number':
      return say('a number');
    case 'boolean':
      return say('“true” or “false”');
    default:
      return value instanceof RubyDate || value instanceof RubyTime
        ? say('a date')
        : Array.isArray(value)
          ? say('a list')
          : say('a map');
  }
}
