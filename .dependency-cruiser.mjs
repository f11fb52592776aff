/**
 * The arrows between the folders of `src/`, as ARCHITECTURE.md draws them: each folder names those
 * that it may import. What is not named is forbidden.
 *
 * @type {Record<string, readonly string[]>}
 */
export const ARROWS = {
  core: [],
  scenario: ['core'],
  library: ['core', 'scenario'],
  doctrine: ['core', 'scenario'],
  simulate: ['core', 'scenario', 'doctrine'],
  solve: [],
  study: ['core', 'scenario', 'doctrine', 'simulate', 'solve'],
  protocol: ['core', 'library', 'simulate'],
  store: ['core', 'protocol'],
  server: [
    'core',
    'scenario',
    'library',
    'doctrine',
    'simulate',
    'solve',
    'study',
    'protocol',
    'store',
  ],
  cli: [
    'core',
    'scenario',
    'library',
    'doctrine',
    'simulate',
    'solve',
    'study',
    'protocol',
    'store',
    'server',
  ],
  web: ['core', 'protocol'],
};

const TEST = '\\.test\\.tsx?$';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const arrowRules = Object.entries(ARROWS).map(([folder, allowed]) => ({
  name: `arrows-of-${folder}`,
  comment: `src/${folder} may import ${allowed.length === 0 ? 'no other folder' : allowed.join(', ')}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  ...arrowRules,
  {
    name: 'known-folder',
    comment: 'a new folder of src/ gets a line in ARROWS first',
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/(${Object.keys(ARROWS).join('|')})/` },
    to: {},
  },
  {
    name: 'core-stands-alone',
    comment: 'src/core runs anywhere: of packages it may import @noble/hashes, of Node nothing',
    severity: 'error',
    from: { path: '^src/core/', pathNot: TEST },
    to: { couldNotResolve: false, pathNot: ['^src/', '(^|/)node_modules/@noble/hashes/'] },
  },
  {
    name: 'solve-stands-alone',
    comment: 'src/solve is mathematics: no packages, nothing of Node',
    severity: 'error',
    from: { path: '^src/solve/', pathNot: TEST },
    to: { couldNotResolve: false, pathNot: '^src/' },
  },
  {
    name: 'browser-has-no-node',
    comment: 'src/web and src/protocol run in a browser: nothing of Node',
    severity: 'error',
    from: { path: '^src/(web|protocol)/', pathNot: TEST },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'library-shapes-alone',
    comment: 'what crosses the wire takes shapes from the library, never its code',
    severity: 'error',
    from: { path: '^src/protocol/' },
    to: { path: '^src/library/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'simulate-shapes-alone',
    comment: 'what crosses the wire takes shapes from simulate, never its code',
    severity: 'error',
    from: { path: '^src/protocol/' },
    to: { path: '^src/simulate/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-cycle',
    comment: 'two files that import each other, types included, are one subject or need a third',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment: 'an import that cannot be found is a boundary that cannot be checked',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'tests-are-leaves',
    comment: 'shared helpers of tests stand in a file of their own',
    severity: 'error',
    from: {},
    to: { path: TEST },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
const config = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
    },
  },
};

export default config;
