import { describe, expect, it } from 'vitest';
import { viewCmdletSchema } from '../../../../src/shared/model/cmdlet-view';
import type { ViewCmdlet, ViewValue } from '../../../../src/shared/model/cmdlet-view';
import type { Engine } from '../../../../src/main/engine/engine';
import { newConsole } from '../../../support/client';
import type { Console } from '../../../support/client';
import { adapterOf, done, iovVm, nicNamed, waitFor } from '../../../support/engine';

type Row = Record<string, ViewValue>;

async function view(
  { ask }: Console,
  cmdlet: ViewCmdlet,
  more: { name?: string; full?: boolean } = {},
): Promise<Row[]> {
  const answer = await ask('powershell.view', { cmdlet, ...more });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.rows.map((row) => Object.fromEntries(row.map(({ name, value }) => [name, value])));
}

/** A console on a host with a VM on a VF of the X520 and another one beside it without SR-IOV. */
function withVf(): { console: Console; engine: Engine; vmId: string } {
  const console = newConsole();
  const { engine } = console.session;
  const { vmId, switchId } = iovVm(engine, { name: 'Web01' });
  const other = iovVm(engine, { name: 'Db01', switchId });
  done(engine, { name: 'adapter.modify', input: { id: other.adapterId, iovWeight: 0 } });
  for (const id of [vmId, other.vmId]) done(engine, { name: 'vm.start', input: { id } });
  waitFor(engine, 'VF', () => adapterOf(engine, vmId).dataPath === 'vf');
  return { console, engine, vmId };
}

describe('every cmdlet', () => {
  it.each(viewCmdletSchema.options)('%s needs the management service if it is of Hyper-V', async (cmdlet) => {
    const { console, engine } = withVf();
    done(engine, { name: 'host.stopService', input: {} });
    const answer = await console.ask('powershell.view', { cmdlet });
    expect(answer.ok ? 'answered' : answer.error.code).toBe(
      cmdlet.startsWith('Get-VM') ? 'host.serviceStopped' : 'answered',
    );
  });

  it.each(viewCmdletSchema.options)(
    '%s prints some of its properties, in the order of all of them',
    async (cmdlet) => {
      const { console } = withVf();
      const [short, full] = [await view(console, cmdlet), await view(console, cmdlet, { full: true })];
      expect(short.length).toBeGreaterThan(0);
      expect(full).toHaveLength(short.length);
      for (const [index, row] of short.entries()) {
        const all = Object.keys(full[index]!);
        expect(Object.keys(row)).toEqual(all.filter((name) => name in row));
        expect(full[index]).toMatchObject(row);
      }
    },
  );
});

it('Get-NetAdapterSriov prints what Windows prints, and the whole class', async () => {
  const { console } = withVf();
  const [row] = await view(console, 'Get-NetAdapterSriov', { name: 'ETHERNET' });
  expect(row).toEqual({
    Name: 'Ethernet',
    InterfaceDescription: 'Intel(R) Ethernet Server Adapter X520-2',
    Enabled: true,
    SriovSupport: 'Supported',
    SwitchName: 'Default Switch',
    NumVFs: 63,
  });
  const [full] = await view(console, 'Get-NetAdapterSriov', { name: 'Ethernet', full: true });
  expect(full).toMatchObject({
    NumAllocatedVFs: 1,
    NumVPorts: 64,
    NumActiveVPorts: 2,
    // The management operating system and the VM without a VF.
    NumActiveDefaultVPortMacAddresses: 2,
    NumActiveNonDefaultVPortMacAddresses: 1,
    NumQueuePairsForDefaultVPort: 1,
    NumQueuePairsForNonDefaultVPorts: 2,
  });
  expect(full?.['HardwareCapabilities']).toContain('MaxNumQueuePairs: 128');
});

it('Get-NetAdapterSriovVf names the VM and the requester ID', async () => {
  const { console, engine, vmId } = withVf();
  const rows = await view(console, 'Get-NetAdapterSriovVf', { full: true });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    Name: 'Ethernet',
    FunctionID: 0,
    VPortID: ['1'],
    CurrentMacAddress: '00-15-5D-0A-01-00',
    VmFriendlyName: 'Web01',
    VmNicID: adapterOf(engine, vmId).id.toUpperCase(),
    RequestorID: '0x0180',
  });
});

it('Get-NetAdapterVPort shows the filter on the VPort of the VF', async () => {
  const { console } = withVf();
  const rows = await view(console, 'Get-NetAdapterVPort');
  expect(rows.map((row) => [row['ID'], row['FID'], row['QPairs'], row['MacAddress'], row['State']])).toEqual([
    [0, 'PF', 1, '02-00-00-00-00-01', 'Activated'],
    [1, '0', 2, '00-15-5D-0A-01-00', 'Activated'],
  ]);
});

it('Get-VMSwitch counts queue pairs without the default one, and VFs', async () => {
  const { console } = withVf();
  const [row] = await view(console, 'Get-VMSwitch', { full: true });
  expect(row).toMatchObject({
    IovEnabled: true,
    IovSupport: true,
    IovSupportReasons: [],
    IovQueuePairCount: 127,
    IovQueuePairsInUse: 2,
    IovVirtualFunctionCount: 63,
    IovVirtualFunctionsInUse: 1,
    BandwidthReservationMode: 'None',
  });
});

it('Get-VMSwitch and Get-VMNetworkAdapter tell of RSC and virtual RSS', async () => {
  const { console, engine, vmId } = withVf();
  const { id, switchId } = adapterOf(engine, vmId);
  const rows = async () => {
    const [virtualSwitch] = await view(console, 'Get-VMSwitch', { full: true });
    const [adapter] = await view(console, 'Get-VMNetworkAdapter', { name: 'web01', full: true });
    return { ...virtualSwitch, ...adapter };
  };
  expect(await rows()).toMatchObject({ SoftwareRscEnabled: false, VrssEnabled: true, VrssMaxQueuePairs: 16 });
  done(
    engine,
    { name: 'switch.modify', input: { id: switchId ?? '', softwareRscEnabled: true } },
    { name: 'adapter.modify', input: { id, vrssEnabled: false, vrssMaxQueuePairs: 4 } },
  );
  expect(await rows()).toMatchObject({ SoftwareRscEnabled: true, VrssEnabled: false, VrssMaxQueuePairs: 4 });
});

it('Get-VMNetworkAdapter tells request and assignment apart', async () => {
  const { console } = withVf();
  const [web] = await view(console, 'Get-VMNetworkAdapter', { name: 'web01', full: true });
  expect(web).toMatchObject({
    IovWeight: 100,
    IovQueuePairsRequested: 1,
    IovQueuePairsAssigned: 2,
    IovUsage: 1,
    VfDataPathActive: true,
    VirtualFunction: 'Ethernet: FunctionID 0',
    Status: ['Ok'],
    StatusDescription: ['SR-IOV active'],
  });
  const [db] = await view(console, 'Get-VMNetworkAdapter', { name: 'Db01', full: true });
  expect(db).toMatchObject({ IovUsage: 0, IovQueuePairsAssigned: 0, VirtualFunction: null });
});

it('Get-VMHost gives the reasons of the platform, Get-VMSwitch the same', async () => {
  const { console, engine } = withVf();
  const settings = { pcieNativeControl: false };
  done(engine, { name: 'firmware.configure', input: { settings } }, { name: 'host.restart', input: {} });
  engine.advance(60_000);
  const [host] = await view(console, 'Get-VMHost', { full: true });
  expect(host).toMatchObject({ IovSupport: false });
  expect(host?.['IovSupportReasons']).toEqual([
    expect.stringContaining('must be updated to allow Windows to control PCI Express'),
  ]);
  const [row] = await view(console, 'Get-VMSwitch', { full: true });
  expect(row?.['IovSupportReasons']).toEqual(host?.['IovSupportReasons']);
  const [sriov] = await view(console, 'Get-NetAdapterSriov');
  expect(sriov?.['SriovSupport']).toBe('NoOscSupport');
});

describe('Get-NetAdapter', () => {
  it.each([
    ['as it is', null, 'Up', '10 Gbps'],
    [
      'without a cable',
      { name: 'nic.setCable', input: { id: '0000:01:00.0', plugged: false } },
      'Disconnected',
      '0 bps',
    ],
    [
      'disabled',
      { name: 'nic.setEnabled', input: { id: '0000:01:00.0', enabled: false } },
      'Disabled',
      '0 bps',
    ],
    ['failed', { name: 'fault.failPf', input: { nicId: '0000:01:00.0' } }, 'Not Present', '0 bps'],
  ] as const)('%s', async (_what, command, status, speed) => {
    const console = newConsole();
    if (command !== null) done(console.session.engine, command);
    const [row] = await view(console, 'Get-NetAdapter', { name: 'Ethernet' });
    expect(row).toMatchObject({ Status: status, LinkSpeed: speed });
  });

  it('leaves out a card that was pulled out, as every NetAdapter cmdlet does', async () => {
    const console = newConsole();
    const { engine } = console.session;
    done(engine, { name: 'fault.removeNic', input: { nicId: nicNamed(engine, /X520/).id } });
    for (const cmdlet of [
      'Get-NetAdapter',
      'Get-NetAdapterSriov',
      'Get-NetAdapterAdvancedProperty',
    ] as const) {
      const names = new Set((await view(console, cmdlet)).map((row) => row['Name']));
      expect(names.has('Ethernet') || names.has('Ethernet 2')).toBe(false);
    }
  });
});

it('Get-NetAdapterAdvancedProperty shows SR-IOV only while the driver knows it', async () => {
  const console = newConsole();
  const { engine } = console.session;
  const always = ['*JumboPacket', '*LsoV2IPv4', '*LsoV2IPv6', '*RSS'];
  const keywords = async (): Promise<(ViewValue | undefined)[]> =>
    (await view(console, 'Get-NetAdapterAdvancedProperty', { name: 'Ethernet' })).map(
      (row) => row['RegistryKeyword'],
    );
  expect(await keywords()).toEqual([...always, '*SpeedDuplex', '*SRIOV', '*VMQ']);
  done(engine, { name: 'nic.setDriver', input: { id: nicNamed(engine, /X520/).id, sriov: false } });
  expect(await keywords()).toEqual([...always, '*SpeedDuplex', '*VMQ']);
});

describe('ndis.trace', () => {
  it('answers with the entries about one adapter, oldest first', async () => {
    const { console, engine } = withVf();
    const nicId = nicNamed(engine, /X520/).id;
    const newest = await console.ask('ndis.trace', { nicId, count: 3 });
    const all = await console.ask('ndis.trace', { nicId });
    if (!newest.ok || !all.ok) throw new Error('refused');
    expect(newest.value.entries).toEqual(all.value.entries.slice(-3));
    expect(all.value.entries.slice(0, 3)).toMatchObject([
      {
        name: 'OID_NIC_SWITCH_CREATE_SWITCH',
        kind: 'method',
        parameters: { SwitchId: 0, NumVFs: 63, NumQueuePairsForDefaultVPort: 1 },
        tookMs: 100,
      },
      { name: 'NdisMEnableVirtualization', parameters: { NumVFs: 63, EnableVirtualization: true } },
      { name: 'OID_RECEIVE_FILTER_SET_FILTER', parameters: { VPortId: 0 } },
    ]);
    const none = await console.ask('ndis.trace', { nicId: 'none' });
    expect(none).toEqual({ ok: true, value: { entries: [] } });
  });
});
