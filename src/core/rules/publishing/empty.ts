import { typeOf } from '../../generators/scalars';
import type { RuleContext } from '../rule';

/** Tells whether a field stands there with nothing behind it, or with a null. */
export function isEmptyField({ report, site }: Pick<RuleContext, 'report' | 'site'>, name: string): boolean {
  const entry = report.field(name);
  const value = entry?.value ?? null;
  const isScalar = value === null || value.kind === 'scalar';
  return (
    entry !== undefined && isScalar && typeOf(value, site.generator.plainReader(site.version)).type === 'null'
  );
}
