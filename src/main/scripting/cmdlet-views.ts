/** Answers a Get- cmdlet about a world. A cmdlet without a view does not compile. */
import type { ViewCmdlet, ViewRow } from '../../shared/model/cmdlet-view';
import type { WorldView } from '../../shared/model/world-view';
import { getNetAdapter } from './views/get-net-adapter';
import { getNetAdapterAdvancedProperty } from './views/get-net-adapter-advanced-property';
import { getNetAdapterSriov } from './views/get-net-adapter-sriov';
import { getNetAdapterSriovVf } from './views/get-net-adapter-sriov-vf';
import { getNetAdapterVPort } from './views/get-net-adapter-vport';
import { getVmHost } from './views/get-vm-host';
import { getVmNetworkAdapter } from './views/get-vm-network-adapter';
import { getVmSwitch } from './views/get-vm-switch';
import type { View } from './views/view';

const views: Readonly<Record<ViewCmdlet, View>> = {
  'Get-NetAdapter': getNetAdapter,
  'Get-NetAdapterAdvancedProperty': getNetAdapterAdvancedProperty,
  'Get-NetAdapterSriov': getNetAdapterSriov,
  'Get-NetAdapterSriovVf': getNetAdapterSriovVf,
  'Get-NetAdapterVPort': getNetAdapterVPort,
  'Get-VMHost': getVmHost,
  'Get-VMNetworkAdapter': getVmNetworkAdapter,
  'Get-VMSwitch': getVmSwitch,
};

/**
 * The objects that the cmdlet answers with, those called `name` (upper and lower case alike) when
 * it is given; with the properties that the cmdlet prints by itself, or all of them.
 */
export function viewRows(
  world: WorldView,
  cmdlet: ViewCmdlet,
  { name, full }: { readonly name?: string | undefined; readonly full: boolean },
): ViewRow[] {
  const { defaults, named, read } = views[cmdlet];
  const wanted = name?.toLowerCase();
  const objects = read(world).filter((each) => {
    const own = named === null ? undefined : each[named];
    return wanted === undefined || typeof own !== 'string' || own.toLowerCase() === wanted;
  });
  return objects.map((each) =>
    Object.entries(each)
      .filter(([property]) => full || defaults.includes(property))
      .map(([property, value]) => ({ name: property, value })),
  );
}
