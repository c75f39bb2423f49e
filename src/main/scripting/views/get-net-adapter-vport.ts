/**
 * Get-NetAdapterVPort: MSFT_NetAdapterVPortSettingData. Processor group and affinity are left out:
 * the simulator gives a VPort no processor.
 */
import type { Nic } from '../../../shared/model/nic';
import { vPortsOf } from '../../../shared/model/vport';
import type { ReceiveFilter, VPort } from '../../../shared/model/vport';
import type { WorldView } from '../../../shared/model/world-view';
import { dashedMac } from './view';
import type { Properties, View } from './view';

function filterText({ macAddress, vlanId }: ReceiveFilter): string {
  return `${dashedMac(macAddress)} VLAN ${vlanId ?? 0}`;
}

function vPortName(world: WorldView, port: VPort): string {
  if (port.id === 0) return 'Default VPort';
  const adapter = world.adapter.get(port.adapterId ?? '');
  return `${world.vm.get(adapter?.vmId ?? '')?.name ?? ''} ${adapter?.name ?? ''}`;
}

function propertiesOf(world: WorldView, nic: Nic, port: VPort): Properties {
  // NDIS has no value `Default`: what nobody set is undefined, and the driver decides.
  const moderation = port.interruptModeration === 'Default' ? 'Undefined' : port.interruptModeration;
  const functionId = port.vfIndex === null ? 'PF' : String(port.vfIndex);
  const [first] = port.filters;
  return {
    Name: nic.name,
    ID: port.id,
    MacAddress: first === undefined ? '' : dashedMac(first.macAddress),
    VID: first?.vlanId ?? null,
    FID: functionId,
    State: port.state,
    ITR: moderation,
    QPairs: port.queuePairs,
    VPortID: port.id,
    VPortName: vPortName(world, port),
    VPortState: port.state,
    SwitchID: 0,
    FunctionID: functionId,
    NumQueuePairs: port.queuePairs,
    InterruptModeration: moderation,
    NumFilters: port.filters.length,
    FilterList: port.filters.map(filterText),
  };
}

export const getNetAdapterVPort: View = {
  // Header from memory, without ProcMask.
  defaults: ['Name', 'ID', 'MacAddress', 'VID', 'FID', 'State', 'ITR', 'QPairs'],
  named: 'Name',
  read: (world) =>
    [...world.nic.values()].flatMap((nic) =>
      vPortsOf(world, nic.id).map((port) => propertiesOf(world, nic, port)),
    ),
};
