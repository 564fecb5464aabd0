import { typeOf } from '../../generators/scalars';
import type { RuleContext } from '../rule';

/** Tells whether a field stands there with nothing behind it, or with a null. */
export function isEmptyField({ report, site }: Pick<RuleContext, 'report' | 'site'>, name: string): boolean {
  const entry = report.field(name);
  const value = entry?.value ?? null;
  if (!entry || value?.kind === 'list' || value?.kind === 'map') {
    return false;
  }
  return typeOf(value, site.generator.plainReader(site.version)).type === 'null';
}
