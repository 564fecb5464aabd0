import { version } from '../../package.json';

/** The version of this program, which is the extension's. */
export const VERSION: string = version;
