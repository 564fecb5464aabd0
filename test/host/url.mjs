// @ts-check

/**
 * @typedef {object} WorkbenchAddress
 * @property {string} origin of the server
 * @property {string} folder to open, or a workspace file
 * @property {string} [extension] folder of the extension under development
 * @property {string} [tests] the suite that VS Code runs, a file; needs `extension`
 * @property {string} [file] to open at the start
 */

/**
 * The address of a workbench page. Its `payload` says what the desktop's command line would.
 * @param {WorkbenchAddress} address
 * @returns {string}
 */
export function workbenchUrl({ origin, folder, extension, tests, file }) {
  const url = new URL(origin);
  const remote = (/** @type {string} */ path) => `vscode-remote://${url.host}${slashed(path)}`;
  /** @type {[string, string][]} */
  const payload = [['skipWelcome', 'true']];
  if (extension !== undefined) {
    payload.push(['extensionDevelopmentPath', remote(extension)]);
  }
  if (tests !== undefined) {
    payload.push(['extensionTestsPath', remote(tests)]);
  }
  if (file !== undefined) {
    payload.push(['openFile', remote(file)]);
  }
  url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', slashed(folder));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/**
 * A path as a URI has it: `C:\site` is `/C:/site`.
 * @param {string} path
 */
function slashed(path) {
  const forward = path.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}
