/*
 * electron-builder calls this with the folder it has filled, before it sets the fuses.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** @param {import('electron-builder').AfterPackContext} context */
export default function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  // It opens any folder as an app; electron-builder removes it from a download, not from an unpacked runtime.
  rmSync(path.join(resources, 'default_app.asar'), { force: true });
  // The maker of the Debian package reads Electron's version here.
  if (electronPlatformName === 'linux') {
    writeFileSync(path.join(appOutDir, 'version'), `v${packager.config.electronVersion}`);
  }
  if (!existsSync(path.join(resources, 'app.asar'))) throw new Error(`There is no app.asar in ${resources}.`);
}
