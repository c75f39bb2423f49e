import path from 'node:path';

/**
 * Who may import whom, one row per layer; the first row whose `files` matches a file is its row.
 * `paths` are regular expressions over the imported file's path from the project's root (without extension),
 * `packages` over what is imported from packages. `own` adds the matched folder (the first group of `files`).
 *
 * @typedef {object} Row
 * @property {RegExp} files the files this row speaks about
 * @property {RegExp[]} paths the project files they may import
 * @property {RegExp[] | undefined} [packages] the packages they may import; absent means any
 * @property {string} instead what to do instead of a refused import, one sentence
 * @property {boolean} [own] whether a file may import its own folder, the first group of `files`
 */

const SHARED = /^src\/shared\//;
const ENGINE_FOUNDATION = [/^src\/main\/engine\/kernel(\/|$)/, /^src\/main\/engine\/world(\/|$)/, SHARED];
const RENDERER_PACKAGES = [
  /^react(-dom)?(\/|$)/,
  /^@fluentui\//,
  /^@fontsource/,
  /^zustand(\/|$)/,
  /^uplot(\/|$)/,
  /^@tanstack\/react-virtual$/,
];

/** @type {Row[]} */
export const IMPORT_TABLE = [
  {
    files: /^src\/shared\//,
    paths: [SHARED],
    packages: [/^zod(\/|$)/],
    instead: 'src/shared imports zod and itself alone: move what it needs into src/shared.',
  },
  {
    files: /^src\/main\/engine\/kernel\//,
    paths: [/^src\/main\/engine\/kernel\//, SHARED],
    packages: [],
    instead: 'The kernel imports itself and src/shared alone: pass the rest in as arguments.',
  },
  {
    files: /^(src\/main\/engine\/[^/]+\/)/,
    own: true,
    paths: ENGINE_FOUNDATION,
    packages: [],
    instead:
      'An engine noun imports its own folder, engine/kernel, engine/world and src/shared alone: let the nouns meet in engine/engine.ts.',
  },
  {
    files: /^src\/main\/engine\//,
    paths: [/^src\/main\/engine\//, SHARED],
    packages: [],
    instead: 'The engine is pure and imports itself and src/shared alone: pass the rest in as arguments.',
  },
  {
    files: /^src\/main\//,
    paths: [/^src\/main\/(?!engine\/)/, /^src\/main\/engine\/engine$/, SHARED, /^assets\//],
    packages: [/^(?!react|@fluentui\/|uplot|zustand|@tanstack\/)/],
    instead: 'src/main sees the engine through engine/engine and src/shared: import from there.',
  },
  {
    files: /^src\/preload\//,
    paths: [/^src\/shared\/host-port$/],
    packages: [/^electron$/],
    instead:
      'The preload script imports electron and src/shared/host-port alone: put the logic on either side of it.',
  },
  {
    files: /^(src\/renderer\/panes\/[^/.]+)/,
    own: true,
    paths: [/^src\/renderer\/(?!panes\/|dialogs\/|windows\/)/, SHARED, /^assets\//],
    packages: RENDERER_PACKAGES,
    instead: 'A pane imports no other pane and no dialog: let them meet in the store or in app.tsx.',
  },
  {
    // The files beside the folders are for all windows, but the registry, which knows them all.
    files: /^(src\/renderer\/windows\/[^/]+\/)/,
    own: true,
    paths: [
      /^src\/renderer\/(?!panes\/|dialogs\/|windows\/)/,
      /^src\/renderer\/windows\/(?!registry$)[^/]+$/,
      SHARED,
      /^assets\//,
    ],
    packages: RENDERER_PACKAGES,
    instead:
      'A window imports no other window, no pane and no dialog: let them meet in the store or in windows/registry.tsx.',
  },
  {
    // The files beside the folders are the dialogs' meeting place: registry.tsx, and what it asks of each of them.
    files: /^(src\/renderer\/dialogs\/[^/]+\/)/,
    own: true,
    paths: [
      /^src\/renderer\/(?!panes\/|dialogs\/|windows\/)/,
      /^src\/renderer\/dialogs\/(?!registry$)[^/]+$/,
      SHARED,
      /^assets\//,
    ],
    packages: RENDERER_PACKAGES,
    instead:
      'A dialog imports no other dialog and no pane: let them meet in the store or in dialogs/registry.tsx.',
  },
  {
    files: /^src\/renderer\//,
    paths: [/^src\/renderer\//, SHARED, /^assets\//],
    packages: RENDERER_PACKAGES,
    instead:
      'The renderer imports src/shared, itself and its view packages alone: ask the main process through host/client.',
  },
];

/**
 * Says why a file may not import something.
 *
 * @param {string} file the importing file's path from the project's root, with forward slashes
 * @param {string} specifier what stands between the quotes of the import
 * @returns {string | undefined} the row's advice when the import is refused
 */
export function refusedImport(file, specifier) {
  for (const row of IMPORT_TABLE) {
    const match = row.files.exec(file);
    if (match) return mayImport(row, match[1], file, specifier) ? undefined : row.instead;
  }
  return undefined;
}

/**
 * @param {Row} row
 * @param {string | undefined} ownFolder
 * @param {string} file
 * @param {string} specifier
 */
function mayImport(row, ownFolder, file, specifier) {
  if (!specifier.startsWith('.')) {
    return row.packages === undefined || row.packages.some((allowed) => allowed.test(specifier));
  }
  const bare = specifier.replace(/\?.*$/, '').replace(/\.(?:ts|tsx|js)$/, '');
  const target = path.posix.join(path.posix.dirname(file), bare);
  if (row.own && ownFolder !== undefined && isInside(target, ownFolder)) return true;
  return row.paths.some((allowed) => allowed.test(target));
}

/**
 * @param {string} target
 * @param {string} folder with or without its last slash
 */
function isInside(target, folder) {
  const bare = folder.replace(/\/$/, '');
  return target === bare || target.startsWith(`${bare}/`);
}

/**
 * The ESLint rule over {@link IMPORT_TABLE}; it looks at every way to name a module.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const importTable = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { refused: "'{{specifier}}' is out of reach here. {{instead}}" },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    /** @param {{ source?: unknown }} node */
    const check = (node) => {
      const source = /** @type {import('estree').Literal | null | undefined} */ (node.source);
      if (typeof source?.value !== 'string') return;
      const instead = refusedImport(file, source.value);
      if (instead !== undefined) {
        context.report({ node: source, messageId: 'refused', data: { specifier: source.value, instead } });
      }
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};
