/** Finds the network adapters among a host's PCI functions and completes them from the NIC catalogue. */
import type { NicModel } from '../../shared/model/nic-model';
import type { PcieFunction } from '../../shared/model/pcie';
import { findNicModel } from '../hardware/catalogue';
import type { NewNic } from '../engine/engine';

/** PCI class of Ethernet controllers. */
const ethernetClass = 0x0200;
/** Taken for a NIC that the catalogue does not know; the host's notes say so. */
const assumedLinkMbps = 10_000;

export function isNetworkAdapter(each: PcieFunction): boolean {
  return (
    each.classCode === ethernetClass || (each.classCode === null && each.className === 'Ethernet controller')
  );
}

/** The model behind a function; the name decides where a listing gave no numeric IDs. */
export function modelOf(each: PcieFunction, catalogue: readonly NicModel[]): NicModel | undefined {
  return (
    findNicModel(each.vendorId, each.deviceId) ??
    catalogue.find((model) => each.deviceId === null && model.pciName.value === each.name)
  );
}

/** One queue pair per VPort at least; a port whose figure nobody gives is taken to have enough for its VFs. */
function queuePairsOf(maxVfs: number, model: NicModel | undefined) {
  const known = model?.sriov ?? null;
  const queuePairsPerVf = known?.queuePairsPerVf.value ?? 1;
  const enough = (maxVfs + 1) * queuePairsPerVf + (model?.vmqQueues.value ?? 0);
  const given = known?.queuePairs?.value ?? null;
  return {
    queuePairs: given ?? enough,
    queuePairsAssumed: given === null,
    queuePairsPerVf,
    maxQueuePairsPerVPort: known?.maxQueuePairsPerVport.value ?? 1,
  };
}

function nicSwitchOf(each: PcieFunction, model: NicModel | undefined): NewNic['nicSwitch'] {
  const { sriov: capability } = each;
  if (capability === null || capability.totalVfs === 0) return null;
  const known = model?.sriov ?? null;
  // Silicon and driver may both limit the count.
  const maxVfs = Math.min(capability.totalVfs, known?.usableVfs.value ?? capability.totalVfs);
  const queues = queuePairsOf(maxVfs, model);
  // NDIS wants a queue pair for each VPort at least.
  const enoughVPorts = Math.min(maxVfs + 1 + (model?.vmqQueues.value ?? 0), queues.queuePairs);
  return {
    maxVfs,
    maxVPorts: known?.maxVports?.value ?? enoughVPorts,
    ...queues,
    asymmetricQueuePairs: known?.asymmetricQueuePairs?.value ?? false,
    // No text tells these of any model in the catalogue.
    singleVPortPool: false,
    perVPortModeration: true,
    vfRss: (known?.maxQueuePairsPerVport.value ?? 1) > 1,
    vfName: known?.vfName.value ?? `${each.name} Virtual Function`,
    vfDriver: model?.drivers.windowsVf?.value ?? '',
  };
}

/** The nth address of a locally administered block, so that no vendor's range is used. */
function macAddress(index: number): string {
  return (0x020000000000 + index + 1).toString(16).toUpperCase().padStart(12, '0');
}

/** One adapter per Ethernet function, named as Windows names them: the second of a kind is `#2`. */
export function nicsOf(functions: readonly PcieFunction[], catalogue: readonly NicModel[]): NewNic[] {
  const counts = new Map<string, number>();
  return functions.filter(isNetworkAdapter).map((each, index) => {
    const model = modelOf(each, catalogue);
    const description = model?.windowsDescription.value ?? each.name;
    const count = (counts.get(description) ?? 0) + 1;
    counts.set(description, count);
    return {
      id: each.id,
      name: index === 0 ? 'Ethernet' : `Ethernet ${index + 1}`,
      interfaceDescription: count === 1 ? description : `${description} #${count}`,
      linkSpeedMbps: model?.linkSpeedMbps.value ?? assumedLinkMbps,
      macAddress: macAddress(index),
      vmqQueues: model?.vmqQueues.value ?? 0,
      nicSwitch: nicSwitchOf(each, model),
    };
  });
}

/** What had to be assumed for adapters that the catalogue does not know. */
export function assumptionsAbout(
  functions: readonly PcieFunction[],
  catalogue: readonly NicModel[],
): string[] {
  return functions
    .filter((each) => isNetworkAdapter(each) && modelOf(each, catalogue) === undefined)
    .map((each) => `${each.id} ${each.name}: not in the catalogue; a link speed of 10 Gb/s is assumed.`);
}
