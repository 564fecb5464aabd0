// @ts-check
// Who may know whom inside the core and the workspace's side: `npm run check` holds every import against this, types too.
// What stands above these parts is told by eslint.config.mjs. `npm run tree` draws what this checks.

/** The rooms of `src/core`, from the ground up: each knows those before it, and the files beside the rooms. */
const CORE = [
  'markdown',
  'spelling',
  'frontMatter',
  'report',
  'generators',
  'write',
  'links',
  'sites',
  'convert',
  'terms',
  'index',
  'cursor',
  'card',
  'rules',
  'fields',
  'complete',
  'schema',
];

/** Those of `src/workspace`. */
const WORKSPACE = ['ui', 'files', 'sites', 'index', 'reports', 'edits', 'terms'];

/** Blocks hold spans and blocks, in files of their own that call each other. */
const GRAMMAR = '^src/core/markdown/kramdown/';

/**
 * @param {string} part a folder of rooms
 * @param {readonly string[]} rooms from the ground up
 * @returns {import('dependency-cruiser').IForbiddenRuleType[]}
 */
function order(part, rooms) {
  const upward = rooms.map((room, at) => ({
    name: `${part}-${room}`,
    comment: `src/${part}/${room} knows of the rooms in its part only: ${rooms.slice(0, at).join(', ') || 'none'}.`,
    severity: /** @type {const} */ ('error'),
    from: { path: `^src/${part}/${room}/` },
    to: { path: `^src/${part}/[^/]+/`, pathNot: `^src/${part}/(?:${rooms.slice(0, at + 1).join('|')})/` },
  }));
  return [
    ...upward,
    {
      name: `${part}-ground`,
      comment: `The files beside the rooms of src/${part} are the ground: they know no room.`,
      severity: 'error',
      from: { path: `^src/${part}/[^/]+$` },
      to: { path: `^src/${part}/[^/]+/` },
    },
    {
      name: `${part}-rooms`,
      comment: `Each folder of src/${part} has its place in the order in scripts/walls.mjs.`,
      severity: 'error',
      from: { path: `^src/${part}/[^/]+/`, pathNot: `^src/${part}/(?:${rooms.join('|')})/` },
      to: {},
    },
  ];
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...order('core', CORE),
    ...order('workspace', WORKSPACE),
    {
      name: 'no-circle',
      comment: 'What two files share belongs into a third one below both.',
      severity: 'error',
      from: { pathNot: GRAMMAR },
      to: { circular: true },
    },
    {
      name: 'features-apart',
      comment: 'A feature is deleted with its folder and one line.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)node_modules/' },
    // Types count.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
