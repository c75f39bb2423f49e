import { describe, expect, it } from 'vitest';
import { dump, functionOf, read } from './fixtures';

const named = dump('two-port-ari.on-vvv-nn');
const whole = dump('two-port-ari.on-vvvxxxx');

describe('the same output in other clothes', () => {
  it.each([
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['blank lines above', (text: string) => `\n\n${text}`],
    ['domains (-D)', (text: string) => text.replace(/^(?=[0-9a-f]{2}:[0-9a-f]{2}\.)/gm, '0000:')],
    ['spaces for tabs', (text: string) => text.replaceAll('\t', '        ')],
  ])('%s', (_what, change) => {
    expect(read(change(named))).toEqual(read(named));
    expect(read(change(whole))).toEqual(read(whole));
  });

  it('messages of pciutils between the lines, with a note', () => {
    const message = 'pcilib: sysfs_read_vpd: read failed: Input/output error\n';
    const host = read(named.replace('\tKernel driver in use: igb\n', (line) => `${message}${line}`));
    expect(host.functions).toEqual(read(named).functions);
    expect(host.notes).toContain('1 lines of messages between the functions are ignored.');
  });

  it('hex bytes without a line end behind the last row', () => {
    expect(read(whole.trimEnd()).functions).toEqual(read(whole).functions);
  });

  it('a last blank line trimmed off, with a note', () => {
    const host = read(`${named.trimEnd()}\n`);
    expect(host.functions).toEqual(read(named).functions);
    expect(host.notes).toContainEqual(expect.stringContaining('its last function may be cut'));
  });

  it('a trimmed end that names kernel modules', () => {
    const host = read(`${named.trimEnd()}\n\tKernel modules: e1000e`);
    expect(functionOf(host, '0000:02:00.0').driver).toBe('e1000e');
  });
});

describe('header lines', () => {
  const details = '\tControl: I/O+ Mem+\n\tStatus: Cap- 66MHz-\n\n';
  const headerOf = (line: string): unknown => {
    const { className, classCode, name, vendorId, deviceId } = read(`${line}\n${details}`).functions[0] ?? {};
    return { className, classCode, name, vendorId, deviceId };
  };

  it.each([
    [
      'a brackets name',
      '00:1f.2 SATA controller [0106]: Vendor Thing [AHCI mode] [8086:2922] (rev 02)',
      'Vendor Thing [AHCI mode]',
    ],
    ['an unknown device', '00:1f.2 SATA controller [0106]: Vendor Device [8086:2922]', 'Vendor Device 2922'],
    ['an unknown vendor', '00:1f.2 SATA controller [0106]: Device [8086:2922] (rev 02)', 'Device 8086:2922'],
  ])('%s', (_what, line, name) => {
    expect(headerOf(line)).toEqual({
      className: 'SATA controller',
      classCode: 0x0106,
      name,
      vendorId: 0x8086,
      deviceId: 0x2922,
    });
  });

  it('numbers alone (-n)', () => {
    expect(headerOf('00:00.0 0600: 8086:29c0 (prog-if 00)')).toEqual({
      className: '0600',
      classCode: 0x0600,
      name: '8086:29c0',
      vendorId: 0x8086,
      deviceId: 0x29c0,
    });
  });

  it('numbers where lspci knows no name', () => {
    const expected = { name: 'Device 8086:10ca', vendorId: 0x8086, deviceId: 0x10ca };
    expect(headerOf('00:03.0 Ethernet controller: Device 8086:10ca (rev 01)')).toMatchObject(expected);
  });

  it('names alone: the class of a NIC is known by its name, its IDs are not', () => {
    expect(headerOf('00:03.0 Ethernet controller: Intel Corporation Device 10ca (rev 01)')).toEqual({
      className: 'Ethernet controller',
      classCode: 0x0200,
      name: 'Intel Corporation Device 10ca',
      vendorId: null,
      deviceId: 0x10ca,
    });
  });
});

describe('topologies', () => {
  it('accepts root buses without a host bridge', () => {
    const uncore = 'ff:08.0 System peripheral: Vendor QPI Link 0\n\tControl: I/O-\n\n';
    const port =
      '80:01.0 PCI bridge: Vendor Port\n\tControl: I/O-\n\tBus: primary=80, secondary=81, subordinate=81\n' +
      '\tCapabilities: [40] Express (v2) Root Port (Slot-), IntMsgNum 0\n\n';
    const host = read(`${named}${port}${uncore}`);
    expect(functionOf(host, '0000:80:01.0').bridge).toMatchObject({ portType: 'root', secondaryBus: 0x81 });
    expect(functionOf(host, '0000:ff:08.0').express).toBe(false);
  });

  it('keeps domains apart', () => {
    const second = named.replace(/^(?=[0-9a-f]{2}:[0-9a-f]{2}\.)/gm, '0001:');
    const host = read(named.replace(/^(?=[0-9a-f]{2}:[0-9a-f]{2}\.)/gm, '0000:') + second);
    expect(host.functions).toHaveLength(18);
    expect(host.enabledVfs.at(-1)).toEqual({ pf: '0001:01:00.1', index: 2, address: '0001:01:10.5' });
  });

  it('leaves out what lies behind Intel VMD, with a note', () => {
    const behind = '10000:e0:06.0 PCI bridge: Vendor Port\n\tControl: I/O-\n\n';
    const host = read(named + behind);
    expect(host.functions).toEqual(read(named).functions);
    expect(host.notes).toContain('1 functions in PCI domains above ffff (behind Intel VMD) are left out.');
  });

  it.each([
    ['Upstream Port', 'upstream'],
    ['Downstream Port (Slot+)', 'downstream'],
    ['PCI-Express to PCI/PCI-X Bridge', 'pcie-to-pci'],
    ['PCI/PCI-X to PCI-Express Bridge (Slot-)', null],
  ])('knows a bridge of type %s', (type, portType) => {
    const changed = named.replace('Express (v2) Root Port (Slot+)', `Express (v2) ${type}`);
    expect(functionOf(read(changed), '0000:00:02.0').bridge?.portType).toBe(portType);
  });

  it('allows VFs on the bus behind their PF', () => {
    const spilled = named
      .replaceAll('VF offset: 128', 'VF offset: 384')
      .replaceAll('secondary=02, subordinate=02', 'secondary=03, subordinate=03')
      .replace('secondary=01, subordinate=01', 'secondary=01, subordinate=02')
      .replace(/^02:00\.0/m, '03:00.0')
      .replace(/^01:1/gm, '02:1');
    const host = read(spilled);
    expect(host.enabledVfs).toHaveLength(10);
    expect(host.enabledVfs[0]).toEqual({ pf: '0000:01:00.0', index: 0, address: '0000:02:10.0' });
  });
});
