import { escapeHtml } from '../../../markdown/markdown';
import { RubyHash } from '../ruby/values';
import type { Body, LiquidBlock } from './template';

/** `assign`'s variable and value. */
export const ASSIGNMENT = /((?:\(?[\w\-.[\]]\)?)+)[\t\n\v\f\r ]*=[\t\n\v\f\r ]*([^]*)/;

export const bodiesOf = ({ branches }: LiquidBlock): Body[] => branches.map(({ body }) => body);

/** The variables that `assign` and `capture` set anywhere in bodies. */
export function namesSet(bodies: readonly Body[]): Set<string> {
  const names = new Set<string>();
  const look = ({ nodes }: Body): void => {
    for (const node of nodes) {
      if (node.kind === 'tag' && node.name === 'assign') {
        names.add(ASSIGNMENT.exec(node.markup.slice(0, 5000))?.[1] ?? '');
      } else if (node.kind === 'block') {
        if (node.name === 'capture') {
          names.add(CAPTURED.exec(node.markup.slice(0, 1000))?.[0] ?? '');
        }
        bodiesOf(node).forEach(look);
      }
    }
  };
  bodies.forEach(look);
  return names;
}

export const CAPTURED = /(?:\(?[\w\-.[\]]\)?)+/;

export function forloop(index: number, length: number): RubyHash {
  return new RubyHash([
    ['index', BigInt(index + 1)],
    ['index0', BigInt(index)],
    ['rindex', BigInt(length - index)],
    ['rindex0', BigInt(length - index - 1)],
    ['first', index === 0],
    ['last', index === length - 1],
    ['length', BigInt(length)],
  ]);
}

/** Code is shown as it stands: in a block of its own, which `pre` makes go on over blank lines. Its lines may have numbers. */
export function highlighted(code: string, options: string): string {
  const trimmed = code.replace(/^[\r\n]+/, '').replace(/[\r\n]+$/, '');
  const numbers = trimmed.split('\n').map((_line, index) => `${String(index + 1)}\n`);
  const gutter = /\slinenos\b/.test(options) ? `\n<pre>${numbers.join('')}</pre>` : '';
  return `${gutter}\n<pre><code>${escapeHtml(trimmed)}</code></pre>\n`;
}
