import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { inProject, readPackage } from '../project.mjs';
import { UNPACKED } from './package.mjs';

/** Debian's name of the processor, by Node's. */
const ARCHITECTURES = /** @type {Record<string, string>} */ ({ x64: 'amd64', arm64: 'arm64', arm: 'armhf' });

/** Icons by the folder of the desktop's icon theme they belong to. */
const ICONS = Object.fromEntries([
  ...[16, 24, 32, 48, 64, 128, 256, 512].map((size) => {
    return [`${size}x${size}`, inProject('assets', 'icons', 'linux', `${size}x${size}.png`)];
  }),
  ['scalable', inProject('assets', 'icons', 'app.svg')],
]);

/** What the desktop has to know of documents, from the package's root. */
const DOCUMENT_FILES = {
  'usr/share/mime/packages/sriov-manager.xml': inProject('assets', 'linux', 'sriov-manager.xml'),
  'usr/share/icons/hicolor/scalable/mimetypes/application-x-sriov-manager.svg': inProject(
    'assets',
    'icons',
    'document.svg',
  ),
};

/**
 * Makes the Debian package from the unpacked one. It holds no scripts: Debian's own triggers renew the databases of
 * icons, menus and file types, and chrome-sandbox has its mode in the package.
 *
 * @param {string} folder where to
 * @param {'xz' | 'none'} compression
 * @returns {Promise<string>} the package's file
 */
export async function makeDebianPackage(folder, compression) {
  // Loaded here, not at the top: it is there only once npm has run.
  const { Installer } = await import('electron-installer-debian');
  const { name, version } = readPackage();
  const arch = ARCHITECTURES[process.arch] ?? process.arch;
  const src = UNPACKED;
  const options = {
    src,
    dest: folder,
    arch,
    name,
    bin: name,
    icon: ICONS,
    compression,
    productDescription:
      'The two check boxes of SR-IOV in Hyper-V, and all that stands behind them: PCI Express, IOMMU, NIC switch, ' +
      'VMBus, and a guest that moves its traffic to a virtual function and back. Everything is simulated; nothing ' +
      'concerns the computer it runs on.',
    section: 'education',
    categories: ['Education', 'ComputerScience'],
    mimeType: ['application/x-sriov-manager'],
    desktopTemplate: inProject('assets', 'linux', 'desktop.ejs'),
    maintainer: 'SR-IOV Manager',
    depends: ['libasound2t64 | libasound2'],
  };
  const file = path.join(folder, `${name}_${version}_${arch}.deb`);
  const installer = new Installer({ src, options, rename: () => file, logger: () => undefined });
  await mkdir(folder, { recursive: true });
  await installer.generateDefaults();
  installer.generateOptions();
  await installer.createStagingDir();
  await installer.createContents();
  for (const [target, source] of Object.entries(DOCUMENT_FILES)) {
    const to = path.join(installer.stagingDir, target);
    await mkdir(path.dirname(to), { recursive: true });
    await copyFile(source, to);
  }
  await installer.createPackage();
  await installer.movePackage();
  return file;
}
