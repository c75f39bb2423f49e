/** The process that is killed: works on a document and says the number of every moment that is durable. */
import { writeSync } from 'node:fs';
import { openDocument } from '../../../src/main/document/open';
import { restoreEngine } from '../../../src/main/engine/engine';
import type { Engine, SavedEngine } from '../../../src/main/engine/engine';
import { model } from '../../support/engine';
import { randomWork } from './work';

const [path = '', seed = ''] = process.argv.slice(2);
const restore = (saved: SavedEngine): Engine => restoreEngine(saved, model);
const opened = openDocument(path, restore);
if (!opened.ok) throw new Error(opened.error.message);
const stdout = 1;
writeSync(stdout, '0\n');
let moment = 0;
for (const durable of randomWork({ ...opened.value, restore }, Number(seed))) {
  void durable;
  moment += 1;
  writeSync(stdout, `${moment}\n`);
}
