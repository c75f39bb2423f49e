/*
 * `npm run icons`: draws the icons of packages from the SVG files in assets/icons. The results are part of the
 * repository, so nobody who builds a package needs this script.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import png2icons from 'png2icons';
import { inProject } from './project.mjs';

/** Sizes in pixels that desktops of Linux look for. */
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
/** Below this a picture of its own is drawn: the large one's details would be smeared. */
const SMALL = 25;

/**
 * @param {string} name the SVG file's, without its ending
 * @param {number} size width and height in pixels
 * @returns {Buffer} a PNG file
 */
function draw(name, size) {
  const svg = readFileSync(inProject('assets', 'icons', `${name}.svg`), 'utf8');
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

/** @param {number} size */
function drawApp(size) {
  return draw(size < SMALL ? 'app-small' : 'app', size);
}

/**
 * @param {string} file from assets/icons
 * @param {Buffer | null} content
 */
function keep(file, content) {
  if (content === null) throw new Error(`${file} cannot be made.`);
  writeFileSync(inProject('assets', 'icons', file), content);
}

mkdirSync(inProject('assets', 'icons', 'linux'), { recursive: true });
for (const size of LINUX_SIZES) keep(`linux/${size}x${size}.png`, drawApp(size));
for (const name of ['app', 'document']) {
  const large = draw(name, 1024);
  keep(`${name}.ico`, png2icons.createICO(large, png2icons.BICUBIC2, 0, false, true));
  keep(`${name}.icns`, png2icons.createICNS(large, png2icons.BICUBIC2, 0));
}
