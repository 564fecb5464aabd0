// @ts-check

/**
 * The user's settings in every run: nothing on the screen but the editor, nothing that reaches for the network, and the
 * desktop's defaults where the browser's differ.
 */
export const userSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  // Saves after a second in the browser, which would hide what is saved by whom.
  'files.autoSave': 'off',
};

/**
 * Runs the extension in a web worker. (Desktop's `--extensionDevelopmentKind=web` has no counterpart in the browser: its
 * workbench reads that from the page's address and then forgets it.)
 */
export const webHostSettings = { 'remote.extensionKind': { 'conference-notes.conference-notes': ['web'] } };
