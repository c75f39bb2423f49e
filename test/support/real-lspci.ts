/** The real lspci of pciutils, reading a text as if it were a machine. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What lspci prints for one function. */
export interface Decoded {
  readonly header: string;
  /** Lines outside of capabilities, without indentation. */
  readonly lines: readonly string[];
  /** Title of a capability without its place, e.g. `Access Control Services`, to its lines. */
  readonly capabilities: ReadonlyMap<string, readonly string[]>;
}

/** Lets `lspci -F` decode the text with `-vvv -nn -D`. */
export function lspciReads(text: string): Map<string, Decoded> {
  const folder = mkdtempSync(join(tmpdir(), 'sriov-lspci-'));
  try {
    const file = join(folder, 'host.txt');
    writeFileSync(file, text);
    return decodedOf(run(['-F', file, '-vvv', '-nn', '-D']));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(options: readonly string[]): string {
  const folders = [process.env['PATH'] ?? '', '/usr/bin', '/sbin', '/usr/sbin'];
  try {
    return execFileSync('lspci', options, {
      encoding: 'utf8',
      env: { ...process.env, PATH: folders.join(delimiter), LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 256 * 1024 * 1024,
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error('This test needs the real lspci: install the Debian package pciutils.', {
        cause: error,
      });
    }
    throw error;
  }
}

/** Cuts decoded text, printed by lspci here or elsewhere, by full address. */
export function decodedOf(text: string): Map<string, Decoded> {
  const found = new Map<string, Decoded>();
  for (const block of text.split('\n\n')) {
    const [header = '', ...rest] = block.split('\n').filter((line) => line !== '');
    if (header === '') continue;
    const address = header.split(' ')[0] ?? '';
    found.set(address.length === 7 ? `0000:${address}` : address, { header, ...sorted(rest) });
  }
  return found;
}

function sorted(all: readonly string[]): Pick<Decoded, 'lines' | 'capabilities'> {
  const lines: string[] = [];
  const capabilities = new Map<string, string[]>();
  let current: string[] | null = null;
  for (const line of all) {
    const title = /^\tCapabilities: \[[^\]]+\] (.*)$/.exec(line)?.[1];
    if (title !== undefined) {
      current = [];
      // What follows a colon belongs to the capability's registers already.
      const [name = '', ...registers] = title.split(': ');
      if (registers.length > 0) current.push(registers.join(': '));
      capabilities.set(name.replace(/ \(v\d+\) .*$/, ''), current);
    } else if (line.startsWith('\t\t')) (current ?? lines).push(line.trim());
    else {
      current = null;
      lines.push(line.trim());
    }
  }
  return { lines, capabilities };
}
