import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importTable } from './scripts/lint/import-table.mjs';
import { reasonedDisable } from './scripts/lint/reasoned-disable.mjs';

/** Layers without a clock, chance or side effects of their own. */
const PURE = ['src/shared/**/*.ts', 'src/main/engine/**/*.ts'];

const PURE_MESSAGES = {
  clock: 'Simulated time comes from the timeline: take it from the world or as an argument.',
  chance: 'Chance comes from the seeded generator in engine/kernel: take it as an argument.',
  timer: 'Put an entry on the timeline in engine/kernel instead of waiting for the wall clock.',
  effect: 'The engine and src/shared have no side effects: return a value and let src/main act on it.',
};

const EXPORTED_ARROW = {
  selector:
    'ExportNamedDeclaration > VariableDeclaration > VariableDeclarator > ArrowFunctionExpression.init',
  message: 'Export a function declaration: `export function name() {}` instead of an arrow in a const.',
};

const ELECTRON_IPC = {
  main: 'Only src/main/ipc.ts talks to ipcMain: register the handler there.',
  renderer: 'Only src/preload/index.ts talks to ipcRenderer: use window.host, typed by src/shared/host-port.',
};

const NO_WAY_OUT = 'The program opens no connection, no address and no other program: SECURITY.md says why.';

/** Modules of Node.js and exports of Electron that lead out of the program. */
const WAYS_OUT = [
  ...['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'child_process']
    .flatMap((name) => [name, `node:${name}`])
    .map((name) => ({ name, message: NO_WAY_OUT })),
  ...['electron', 'electron/main'].map((name) => ({
    name,
    importNames: ['net', 'shell'],
    message: NO_WAY_OUT,
  })),
];

/** @param {...'main' | 'renderer'} sides the ends of Electron's IPC that are out of bounds */
function withoutIpc(...sides) {
  const electron = sides.flatMap((side) => {
    const name = side === 'main' ? 'ipcMain' : 'ipcRenderer';
    return ['electron', `electron/${side}`].map((module) => ({
      name: module,
      importNames: [name, 'default'],
      message: ELECTRON_IPC[side],
    }));
  });
  const paths = [...electron, ...WAYS_OUT];
  return /** @type {['error', { paths: typeof paths }]} */ (['error', { paths }]);
}

export default defineConfig(
  globalIgnores(['node_modules/', 'out/', 'dist/', 'test-results/', 'test/fixtures/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  tseslint.configs.recommendedTypeChecked,
  {
    plugins: {
      project: { rules: { 'import-table': importTable, 'reasoned-disable': reasonedDisable } },
    },
    rules: {
      'project/import-table': 'error',
      'project/reasoned-disable': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 70, skipComments: true }],
      // `x == null` asks for null and undefined at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-constant-condition': 'error',
      'no-debugger': 'error',
      'no-else-return': 'error',
      'no-empty': 'error',
      'no-empty-pattern': 'error',
      'no-eval': 'error',
      'no-fallthrough': 'error',
      'no-param-reassign': 'error',
      'no-self-compare': 'error',
      'no-unmodified-loop-condition': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-rename': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', EXPORTED_ARROW],
      'no-restricted-imports': withoutIpc('main', 'renderer'),
    },
  },
  { files: ['src/main/ipc.ts'], rules: { 'no-restricted-imports': withoutIpc('renderer') } },
  { files: ['src/preload/index.ts'], rules: { 'no-restricted-imports': withoutIpc('main') } },
  {
    files: PURE,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: PURE_MESSAGES.clock },
        { object: 'Math', property: 'random', message: PURE_MESSAGES.chance },
      ],
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'].map(
          (name) => ({ name, message: PURE_MESSAGES.timer }),
        ),
        { name: 'performance', message: PURE_MESSAGES.clock },
        { name: 'crypto', message: PURE_MESSAGES.chance },
        ...['process', 'console', 'fetch', 'window', 'document', 'globalThis'].map((name) => ({
          name,
          message: PURE_MESSAGES.effect,
        })),
      ],
      'no-restricted-syntax': [
        'error',
        EXPORTED_ARROW,
        {
          selector:
            "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
          message: PURE_MESSAGES.clock,
        },
      ],
    },
  },
  { files: ['src/renderer/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // A describe block is one function however many cases it holds.
      'max-lines-per-function': 'off',
      // A test that finds nothing where it expects something fails right there, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    rules: {
      // In JavaScript a cast is a JSDoc comment; tsc honours it, but these rules do not see it.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
