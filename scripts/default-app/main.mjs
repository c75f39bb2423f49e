/*
 * Electron's runtime starts this file when no packaged app lies beside it. It opens the app in the folder named on
 * the command line, as `electron FOLDER` does. It is an ES module because Electron holds back its `ready` event
 * until a main module has been loaded to its end, the awaited app included.
 */
import { app } from 'electron';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ name: string, productName?: string, version: string, main?: string }} Manifest
 * @typedef {Electron.App & { setAppPath(folder: string): void, setVersion(version: string): void }} Opener
 *   two functions every Electron has for this very purpose, left out of its type declarations
 */

const require = createRequire(import.meta.url);

/**
 * Splits the command line into the modules to load first and the app's folder; the rest is the app's.
 *
 * @param {string[]} args
 */
function readCommandLine(args) {
  /** @type {string[]} */
  const modules = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (arg === '-r' || arg === '--require') modules.push(args[(i += 1)] ?? '');
    else if (arg.startsWith('--app=')) return { modules, folder: arg.slice('--app='.length) };
    else if (!arg.startsWith('-')) return { modules, folder: arg };
  }
  return { modules, folder: undefined };
}

/**
 * Makes Electron take the folder's package.json for the running app's.
 *
 * @param {string} folder
 * @returns {string} the file that starts the app
 */
function adopt(folder) {
  const manifest = /** @type {Manifest} */ (require(path.join(folder, 'package.json')));
  const opener = /** @type {Opener} */ (app);
  opener.setAppPath(folder);
  opener.setName(manifest.productName ?? manifest.name);
  opener.setVersion(manifest.version);
  return path.join(folder, manifest.main ?? 'index.js');
}

const { modules, folder } = readCommandLine(process.argv.slice(1));
Object.defineProperty(process, 'defaultApp', { value: true });
for (const module of modules) require(path.resolve(module));

if (folder === undefined) {
  console.error('Name the folder of the app to open: electron FOLDER');
  app.exit(1);
} else {
  try {
    await import(pathToFileURL(adopt(path.resolve(folder))).href);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}
