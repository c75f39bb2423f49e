import { describe, expect, it } from 'vitest';
import { block, dump, edit, functionOf, read, withBytes } from './fixtures';

const pf = '01:00.0';
const pfId = '0000:01:00.0';
const whole = dump('iommu.off-vvvxxxx');

describe('hex bytes against decoded text', () => {
  it.each([
    ['total VFs', 'Total VFs: 8', 'Total VFs: 6', 'the text says Total VFs 6, the hex bytes say 8'],
    ['VF offset', 'VF offset: 128', 'VF offset: 384', 'the text says VF offset 384, the hex bytes say 128'],
    ['VF stride', 'stride: 2', 'stride: 4', 'the text says VF stride 4, the hex bytes say 2'],
    [
      'VF device ID',
      'Device ID: 10ca',
      'Device ID: 1520',
      'the text says VF device ID 1520, the hex bytes say 10ca',
    ],
    [
      'ARI hierarchy',
      'ARIHierarchy+',
      'ARIHierarchy-',
      'the text says ARI hierarchy false, the hex bytes say true',
    ],
    ['MSI-X', 'Count=10 Masked', 'Count=5 Masked', 'the text says MSI-X count 5, the hex bytes say 10'],
    ['ARI', 'Alternative Routing-ID', 'Other', 'the text says ARI capability false, the hex bytes say true'],
  ])('takes %s from the bytes and says so', (_what, from, to, sentence) => {
    const host = read(edit(whole, pf, from, to));
    expect(functionOf(host, pfId)).toEqual(functionOf(read(whole), pfId));
    expect(host.notes).toContainEqual(expect.stringContaining(`${pfId}: ${sentence}, which is used.`));
  });

  it('takes bus numbers from the bytes and says so', () => {
    const host = read(edit(whole, '00:02.0', 'subordinate=01', 'subordinate=05'));
    expect(functionOf(host, '0000:00:02.0').bridge?.subordinateBus).toBe(1);
    expect(host.notes).toContainEqual(expect.stringContaining('subordinate bus 05, the hex bytes say 01'));
  });

  it('takes changed bytes, too', () => {
    const host = read(edit(whole, pf, '170: 00 00 00 00 80 00 02 00', '170: 00 00 00 00 80 01 04 00'));
    expect(functionOf(host, pfId).sriov).toMatchObject({ firstVfOffset: 384, vfStride: 4 });
  });

  it('reads all 64 bits of a VF BAR', () => {
    const host = read(edit(whole, pf, '0c 00 a0 fe 00 00 00 00', '0c 00 a0 fe 40 00 00 00'));
    expect(functionOf(host, pfId).sriov?.vfBars[0]?.address).toBe(0x40fea00000);
  });

  it('finds nothing to compare in the short lines of a single -v', () => {
    const brief = whole.replace(
      /^\tControl: [^]*?\n(?=00: )/gm,
      '\tFlags: bus master, fast devsel, latency 0\n\tCapabilities: [40] Express Endpoint, MSI 00\n',
    );
    expect(read(brief).notes).toEqual(read(whole).notes);
  });

  it('compares IDs with those that -nn prints', () => {
    const named = edit(whole, pf, 'Network Connection (rev', 'Network Connection [8086:10fb] (rev');
    const host = read(named);
    expect(functionOf(host, pfId)).toEqual(functionOf(read(whole), pfId));
    expect(host.notes).toContainEqual(expect.stringContaining('device ID 10fb, the hex bytes say 10c9'));
  });

  it('reads bytes without any decoded line', () => {
    const bare = whole.replace(/^\t.*\n/gm, '');
    const expected = read(whole).functions.map((fn) => ({ ...fn, driver: null }));
    expect(read(bare).functions).toEqual(expected);
  });
});

describe.each([0, 64, 256] as const)('%i bytes per function', (count) => {
  it('gives the same functions: decoded lines fill in what the bytes leave out', () => {
    const expected = read(whole).functions;
    // Without any bytes and without -nn, only unknown devices have numbers.
    const seen = expected.map((fn) =>
      count === 0 ? { ...fn, classCode: null, vendorId: null, deviceId: null } : fn,
    );
    const actual = read(withBytes(whole, count)).functions.map((fn) =>
      count === 0 ? { ...fn, classCode: null } : fn,
    );
    expect(actual).toEqual(seen);
  });
});

describe('functions that tell little', () => {
  it('are taken over by name when every byte reads ff', () => {
    const alive = block(whole, '02:00.0');
    const dead = whole.replace(
      alive,
      alive.replace(/^([0-9a-f]{2,3}:)(?: [0-9a-f]{2}){16}$/gm, `$1${' ff'.repeat(16)}`),
    );
    const host = read(dead);
    const name = 'Red Hat, Inc. QEMU NVM Express Controller';
    expect(functionOf(host, '0000:02:00.0')).toMatchObject({ name, classCode: 0x0108, vendorId: null });
    expect(host.notes).toContainEqual(expect.stringMatching(/^0000:02:00\.0 does not answer/));
  });

  it('are left out when they read like VFs that no PF enables', () => {
    const on = dump('iommu.on-vvvxxxx');
    const disabled = edit(on, pf, '160: 10 00 01 00 00 00 00 00 19', '160: 10 00 01 00 00 00 00 00 10');
    const host = read(disabled);
    expect(host.functions).toHaveLength(8);
    expect(host.enabledVfs.filter((vf) => vf.pf === pfId)).toEqual([]);
    const note = '0000:01:10.0 reads like a VF, but no PF enables it, so it is left out.';
    expect(host.notes).toContain(note);
  });

  it('may end at 256 bytes as the last one, when the blank line shows that lspci went on', () => {
    const rows = /^[1-9a-f][0-9a-f]{2}: .*\n/gm;
    const last = block(whole, '02:00.0');
    const host = read(whole.replace(last, last.replace(rows, '')));
    expect(functionOf(host, '0000:02:00.0').sriov?.totalVfs).toBe(16);
  });

  it('may hide their capabilities when they are neither bridge nor NIC', () => {
    const text = withBytes(whole, 0);
    const sata = block(text, '00:1f.2');
    const hidden = sata.replace(
      /\tCapabilities: [^]*?\n(?=\tKernel|\n)/,
      '\tCapabilities: <access denied>\n',
    );
    expect(hidden).toContain('denied');
    expect(read(text.replace(sata, hidden)).functions).toHaveLength(8);
  });

  it('may keep a Number of VFs while VF Enable is clear', () => {
    const host = read(edit(withBytes(whole, 0), pf, 'Number of VFs: 0', 'Number of VFs: 9'));
    expect(host.enabledVfs).toEqual([]);
  });

  it('are taken over by name when the header stands alone', () => {
    const host = read(whole.replace(/(?<=^00:1f\.2 .*\n)[^]*?\n\n/m, '\n'));
    expect(functionOf(host, '0000:00:1f.2')).toMatchObject({ className: 'SATA controller', driver: null });
    expect(host.notes).toContainEqual(expect.stringMatching(/^0000:00:1f\.2 has a header without details/));
  });

  it('are no bridges while firmware gave them no bus numbers', () => {
    const extra = [
      '00:1c.0 PCI bridge: Vendor Port',
      '\tControl: I/O-',
      '\tBus: primary=00, secondary=00, subordinate=00',
    ];
    const host = read(`${withBytes(whole, 0)}${extra.join('\n')}\n\n`);
    expect(functionOf(host, '0000:00:1c.0').bridge).toBeNull();
    expect(host.notes).toContain('0000:00:1c.0 is a bridge without bus numbers, so nothing is behind it.');
  });
});
