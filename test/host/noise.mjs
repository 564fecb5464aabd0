// @ts-check

/** What VS Code from npm says in every run, and what says nothing about the tests. */
const noise = [
  // Modules that are not in the open-source build, or are not compiled here.
  /\bvsda(_bg)?\.(js|wasm)\b/,
  /spdlog|native-watchdog|Release\/watchdog/,
  // The marketplace and accounts are out of reach, on purpose.
  /marketplace|gallery|ENOTFOUND|ERR_NAME_NOT_RESOLVED|AccountPolicyGate|AgentHost|getSessions/i,
  // How page and server find each other.
  /^Resolv(ing|ed) connection token|^Creating a socket|^\[reconnection-grace-time\]/,
  /^Updating additional builtin extensions cache|^\[Service Worker\]/,
];

/**
 * @param {string} line
 * @returns {boolean}
 */
export function isNoise(line) {
  return noise.some((pattern) => pattern.test(line));
}
