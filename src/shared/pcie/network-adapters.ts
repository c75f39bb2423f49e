/** Finds the network adapters among a host's PCI functions and completes them from the NIC catalogue. */
import { absentNicId } from '../model/absent-nic';
import type { AbsentNic } from '../model/absent-nic';
import { freshNic } from '../model/nic';
import type { Nic } from '../model/nic';
import { findNicModel } from '../model/nic-model';
import type { NicModel } from '../model/nic-model';
import type { PcieFunction } from '../model/pcie';

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
    findNicModel(catalogue, each.vendorId, each.deviceId) ??
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

function nicSwitchOf(each: PcieFunction, model: NicModel | undefined): Nic['nicSwitch'] {
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
    vfPciName: known?.vfPciName.value ?? `${each.name} Virtual Function`,
    vfModule: model?.drivers.linuxVf?.value ?? '',
  };
}

/** Values that adapters have. None is ever given back, so a search goes on where the last one has ended. */
class Taken {
  readonly #values: Set<string>;
  readonly #next = new Map<string, number>();

  constructor(values: Iterable<string>) {
    this.#values = new Set(values);
  }

  add(value: string): string {
    this.#values.add(value);
    return value;
  }

  /** Takes the value of the lowest number from 1 on that nobody has; `series` names what is numbered. */
  takeFree(series: string, valueOf: (number: number) => string): string {
    let number = this.#next.get(series) ?? 1;
    while (this.#values.has(valueOf(number))) number += 1;
    this.#next.set(series, number + 1);
    return this.add(valueOf(number));
  }
}

/** What no two adapters of a computer share. */
interface TakenByNics {
  readonly names: Taken;
  readonly descriptions: Taken;
  readonly addresses: Taken;
}

function takenBy(nics: readonly Nic[]): TakenByNics {
  return {
    names: new Taken(nics.map((nic) => nic.name)),
    descriptions: new Taken(nics.map((nic) => nic.interfaceDescription)),
    addresses: new Taken(nics.map((nic) => nic.macAddress)),
  };
}

/** The nth address of a locally administered block, so that no vendor's range is used. */
function macAddress(number: number): string {
  return (0x020000000000 + number).toString(16).toUpperCase().padStart(12, '0');
}

/** The adapters of a computer: those in it, and those that Windows has known before. */
export interface Adapters {
  readonly nics: readonly Nic[];
  readonly absent: readonly AbsentNic[];
}

function numbered(name: string, separator: string): (number: number) => string {
  return (number) => (number === 1 ? name : `${name}${separator}${number}`);
}

/** An adapter that Windows meets for the first time; the names of those that it knows stay theirs. */
function newNic(
  each: PcieFunction,
  catalogue: readonly NicModel[],
  taken: TakenByNics,
  address: string | undefined,
): Nic {
  const model = modelOf(each, catalogue);
  const description = model?.windowsDescription.value ?? each.name;
  const nicSwitch = nicSwitchOf(each, model);
  return {
    id: each.id,
    name: taken.names.takeFree('Ethernet', numbered('Ethernet', ' ')),
    interfaceDescription: taken.descriptions.takeFree(description, numbered(description, ' #')),
    linkSpeedMbps: model?.linkSpeedMbps.value ?? assumedLinkMbps,
    macAddress:
      address === undefined ? taken.addresses.takeFree('02', macAddress) : taken.addresses.add(address),
    vmqQueues: model?.vmqQueues.value ?? 0,
    nicSwitch,
    ...freshNic(nicSwitch),
  };
}

/**
 * The address of a port that has been moved: a card takes its addresses along. A card that appears
 * in a slot is taken for one of its model that has left another slot.
 */
function movedAddress(each: PcieFunction, absent: readonly AbsentNic[], inUse: ReadonlySet<string>) {
  return absent.find(
    ({ fn, vendorId, deviceId, nic }) =>
      fn === (each.routingId & 7) &&
      vendorId === each.vendorId &&
      deviceId === each.deviceId &&
      !inUse.has(nic.macAddress),
  )?.nic.macAddress;
}

/**
 * The adapters among `functions`, where `before` tells those of the last start. One that stayed or
 * comes back to its slot is the one it was; one whose slot is empty or holds another card is absent.
 * Names as Windows gives them: the second connection is `Ethernet 2`, the second of a kind `#2`.
 * `before.functions` tell what they were.
 */
export function installAdapters(
  functions: readonly PcieFunction[],
  before: Adapters & { readonly functions: ReadonlyMap<string, PcieFunction> },
  catalogue: readonly NicModel[],
): Adapters {
  const ethernet = functions.filter(isNetworkAdapter);
  const keys = new Set(ethernet.map(absentNicId));
  // Whatever comes back to its slot is in the computer again.
  const returning = before.absent.map((each) => ({ ...each, nic: { ...each.nic, present: true } }));
  const remembered = [
    ...before.nics.flatMap((nic): AbsentNic[] => {
      const was = before.functions.get(nic.id);
      if (was === undefined) return [];
      const { vendorId, deviceId } = was;
      return [{ id: absentNicId(was), fn: was.routingId & 7, vendorId, deviceId, nic }];
    }),
    ...returning,
  ];
  const absent = remembered.filter(({ id }) => !keys.has(id));
  const nics = new Map<string, Nic>();
  for (const each of ethernet) {
    const same = remembered.find(({ id }) => id === absentNicId(each));
    if (same !== undefined) nics.set(each.id, same.nic);
  }
  const taken = takenBy([...nics.values(), ...absent.map(({ nic }) => nic)]);
  const inUse = new Set(Array.from(nics.values(), (nic) => nic.macAddress));
  for (const each of ethernet) {
    if (nics.has(each.id)) continue;
    const nic = newNic(each, catalogue, taken, movedAddress(each, absent, inUse));
    inUse.add(nic.macAddress);
    nics.set(each.id, nic);
  }
  return { nics: ethernet.flatMap(({ id }) => nics.get(id) ?? []), absent };
}

/** The adapters of a computer that has just left the factory. */
export function nicsOf(functions: readonly PcieFunction[], catalogue: readonly NicModel[]): readonly Nic[] {
  return installAdapters(functions, { nics: [], absent: [], functions: new Map() }, catalogue).nics;
}
