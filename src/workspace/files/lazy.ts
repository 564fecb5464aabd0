import { once } from '../../core/once';
import type * as IgnoreRules from './ignoreRules';

/** What reads a `.gitignore`; evaluated when there is one. */
export const ignoreRules = once(() => require('./ignoreRules') as typeof IgnoreRules);
