import { once } from '../once';
import type * as Json from './json';
import type * as Libyaml from './libyaml';
import type * as Toml from './toml';
import type * as Yaml from './yaml';

/*
 * The parsers are most of the extension. Each is evaluated when a file first needs it, so that starting up costs
 * nothing for those that no file needs.
 */

export const yaml = once(() => require('./yaml') as typeof Yaml);
export const toml = once(() => require('./toml') as typeof Toml);
export const json = once(() => require('./json') as typeof Json);
export const libyaml = once(() => require('./libyaml') as typeof Libyaml);
