import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { startGroup } from '../../../scripts/process-group.mjs';

/**
 * A program that starts a child which ignores SIGTERM and keeps the program's stderr, and says so once it is up.
 * The program itself ends when asked to.
 */
const STUBBORN = `
  const child = require('node:child_process').spawn(process.execPath, ['-e',
    "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')"],
    { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.on('data', () => console.log('up'));
  process.on('SIGTERM', () => process.exit(0));
`;

describe.skipIf(process.platform === 'win32')('a process group', () => {
  it('tells the exit code of its leader', async () => {
    const group = startGroup(process.execPath, ['-e', 'process.exit(7)'], { stdio: 'ignore' });
    expect(await group.ended).toBe(7);
  });

  it('tells a death by signal as a shell does', async () => {
    const group = startGroup(process.execPath, ['-e', "process.kill(process.pid, 'SIGKILL')"], {
      stdio: 'ignore',
    });
    expect(await group.ended).toBe(137);
  });

  it('leaves no child behind when stopped, not even a stubborn one', async () => {
    const group = startGroup(process.execPath, ['-e', STUBBORN], { stdio: ['ignore', 'pipe', 'pipe'] });
    await once(group.leader.stdout!, 'data');
    // The pipe ends when the last process that holds it does.
    const silence = once(group.leader.stderr!.resume(), 'end');
    await group.stop();
    expect(await group.ended).toBe(0);
    await silence;
  });
});
