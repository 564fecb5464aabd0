// @ts-check
// How a stage of the tests tells its figures to whoever started it, through any number of processes: by a line of output.

/** @typedef {{ passed: number, failed: number }} Results */

/**
 * @param {Results} results
 * @returns {string}
 */
export function resultLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * @param {string} line
 * @returns {Results | undefined} nothing for any other line
 */
export function parseResultLine(line) {
  const match = /^(\d+) passed, (\d+) failed$/.exec(line);
  return match ? { passed: Number(match[1]), failed: Number(match[2]) } : undefined;
}
