import { once } from '../once';
import type * as GrayMatter from './grayMatter';

/** The judge of what the reader of YAML is too strict for; evaluated when there is something to judge. */
export const grayMatter = once(() => require('./grayMatter') as typeof GrayMatter);
