/** Get-VMHost: the platform's side of SR-IOV among the host's settings. */
import { reasonText } from '../../../shared/model/iov-reason';
import { platformReasons } from '../../../shared/model/platform';
import { theHost, thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import type { Properties, View } from './view';

const bytesPerMb = 1024 * 1024;

function propertiesOf(world: WorldView): Properties {
  const host = theHost(world);
  const platform = thePlatform(world);
  const reasons = platformReasons(platform, world.function);
  return {
    Name: host.computerName,
    LogicalProcessorCount: platform.logicalProcessors,
    MemoryCapacity: platform.memoryMb * bytesPerMb,
    VirtualHardDiskPath: host.settings.virtualHardDiskPath,
    VirtualMachinePath: host.settings.virtualMachinePath,
    NumaSpanningEnabled: host.settings.numaSpanningEnabled,
    EnableEnhancedSessionMode: host.settings.enableEnhancedSessionMode,
    MacAddressMinimum: host.macAddressMinimum,
    MacAddressMaximum: host.macAddressMaximum,
    IovSupport: reasons.length === 0,
    IovSupportReasons: reasons.map((reason) => reasonText(reason).text),
    ComputerName: host.computerName,
  };
}

export const getVmHost: View = {
  defaults: ['Name', 'LogicalProcessorCount', 'MemoryCapacity', 'IovSupport', 'IovSupportReasons'],
  named: null,
  read: (world) => [propertiesOf(world)],
};
