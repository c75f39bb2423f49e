import { readdirSync, readFileSync } from 'node:fs';
import { inProject } from '../project.mjs';

/**
 * @typedef {{ dev?: boolean, devOptional?: boolean, link?: boolean, version?: string, license?: string }} LockEntry
 * @typedef {{ name: string, version: string, license: string, text: string }} Component
 */

/** How licence files are called in npm packages. */
const LICENCE_FILE = /^(licen[cs]e|copying|notice|ofl)/i;

/**
 * What stands in THIRD-PARTY-NOTICES.txt: the licence of every npm package that the program is built from. The
 * bundler may leave some of them out; naming one too many does no harm. Electron and Chromium bring their own files.
 *
 * @returns {string}
 */
export function thirdPartyNotices() {
  const parts = components().map(({ name, version, license, text }) => {
    return `${name} ${version} (${license})\n${'-'.repeat(72)}\n${text}\n`;
  });
  const head =
    'SR-IOV Manager contains the following software. Electron and Chromium come with it under the\n' +
    'licences in LICENSE.electron.txt and LICENSES.chromium.html.\n';
  return [head, ...parts].join('\n');
}

/** @returns {Component[]} by name */
function components() {
  const lock = /** @type {{ packages: Record<string, LockEntry> }} */ (
    JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
  );
  return Object.entries(lock.packages)
    .filter(([folder, { dev, devOptional, link }]) => folder !== '' && !dev && !devOptional && !link)
    .map(([folder, { version = '', license = 'licence not stated' }]) => {
      const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { name, version, license, text: licenceText(folder, license) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * @param {string} folder of the package, from the project's folder
 * @param {string} license its SPDX name
 */
function licenceText(folder, license) {
  const files = readdirSync(inProject(folder)).filter((file) => LICENCE_FILE.test(file));
  if (files.length === 0) return `The package states the licence ${license} and holds no text of it.`;
  return files.map((file) => readFileSync(inProject(folder, file), 'utf8').trim()).join('\n\n');
}
