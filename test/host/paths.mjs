// @ts-check
// Where things are, in whatever folder a program is started.
import { join } from 'node:path';

/** The repository, which is also the extension under development. */
export const root = join(import.meta.dirname, '..', '..');

/** Downloaded pieces, kept between runs; ignored by git, like the downloads of `@vscode/test-electron`. */
export const piecesFolder = join(root, '.vscode-test');

/** The sample sites that `npm start` and the tests open copies of. */
export const examplesFolder = join(root, 'examples');

/** Screenshots, of failures and of what a test asks for. */
export const screenshotsFolder = join(root, 'out', 'screenshots');

/** Screenshots that the README shows. */
export const readmeScreenshotsFolder = join(root, 'media', 'screenshots');
