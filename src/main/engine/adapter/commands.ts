/** Virtual network adapters: adding, connecting, the boxes of Hardware Acceleration, the guest's traffic. */
import type { Commands } from '../../../shared/contract';
import { adapterLimits, canAddOrRemove, untouchedAdapter } from '../../../shared/model/adapter';
import type { Adapter, AdapterKind } from '../../../shared/model/adapter';
import type { Vm } from '../../../shared/model/vm';
import type { Patch } from '../../../shared/model/patch';
import { theHost } from '../../../shared/model/world-view';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';
import { withSettings } from './port-settings';

const names: Readonly<Record<AdapterKind, string>> = {
  synthetic: 'Network Adapter',
  legacy: 'Legacy Network Adapter',
};

function findAdapter({ world }: Context, id: string): Result<Adapter> {
  const adapter = world.adapter.get(id);
  if (adapter !== undefined) return ok(adapter);
  return refuse(
    'adapter.notFound',
    `There is no network adapter with the ID ${id}. It may have been removed.`,
    'id',
  );
}

function requireSwitch({ world }: Context, switchId: string | null): Result<null> {
  if (switchId === null || world.switch.has(switchId)) return ok(null);
  return refuse('switch.notFound', `There is no virtual switch with the ID ${switchId}.`, 'switchId');
}

function requireChangeable(
  vm: Vm,
  kind: AdapterKind,
  verb: 'added' | 'removed',
  field: string,
): Result<null> {
  if (canAddOrRemove(kind, vm)) return ok(null);
  return refuse(
    'adapter.vmNotOff',
    `A ${names[kind].toLowerCase()} cannot be ${verb} while '${vm.name}' is in the state ${vm.state}. Turn it off first.`,
    field,
  );
}

const offloadNames = [
  'iovWeight',
  'vmqWeight',
  'iovQueuePairsRequested',
  'iovInterruptModeration',
  'vrssEnabled',
  'vrssMaxQueuePairs',
  'ipsecMaximumSas',
] as const;

type Offloads = Patch<Pick<Adapter, (typeof offloadNames)[number]>>;

/**
 * What a legacy adapter asks for: it is emulated, so neither VMQ nor virtual RSS nor SR-IOV nor an offload
 * can serve it.
 */
const noOffloads = { ...untouchedAdapter, vmqWeight: 0, vrssEnabled: false, ipsecMaximumSas: 0 };

function requireOffloads(kind: AdapterKind, asked: Offloads): Result<null> {
  const field = offloadNames.find((name) => (asked[name] ?? noOffloads[name]) !== noOffloads[name]);
  if (kind === 'synthetic' || field === undefined) return ok(null);
  return refuse(
    'adapter.legacyHasNoOffloads',
    'A legacy network adapter has no hardware acceleration.',
    field,
  );
}

/** The first adapter of a kind bears the kind's name; the next ones are numbered, so counters stay apart. */
function freeName(present: readonly Adapter[], kind: AdapterKind): string {
  const taken = new Set(present.map((adapter) => adapter.name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? names[kind] : `${names[kind]} ${number}`;
    if (!taken.has(name)) return name;
  }
}

export function add(context: Context, input: Commands['adapter.add']): Result<string> {
  const { vmId, kind, switchId } = input;
  const vm = context.world.vm.get(vmId);
  if (vm === undefined)
    return refuse('vm.notFound', `There is no virtual machine with the ID ${vmId}.`, 'vmId');
  if (kind === 'legacy' && vm.generation === 2) {
    return refuse(
      'adapter.legacyNeedsGeneration1',
      'A legacy network adapter needs a generation 1 virtual machine.',
      'kind',
    );
  }
  const changeable = requireChangeable(vm, kind, 'added', 'kind');
  if (!changeable.ok) return changeable;
  const offloads = requireOffloads(kind, input);
  if (!offloads.ok) return offloads;
  const connected = requireSwitch(context, switchId);
  if (!connected.ok) return connected;
  const present = context.world.adaptersOf(vmId);
  if (present.filter((adapter) => adapter.kind === kind).length >= adapterLimits[kind]) {
    const limit = `${adapterLimits[kind]} adapters of this kind`;
    return refuse(
      'adapter.tooMany',
      `'${vm.name}' already has ${limit}, the most a virtual machine can have.`,
      'kind',
    );
  }
  const adapter: Adapter = {
    id: context.random('adapter').guid(),
    vmId,
    kind,
    name: freeName(present, kind),
    switchId,
    macAddress: null,
    ...(kind === 'synthetic' ? { ...untouchedAdapter, vmqWeight: 100, vrssEnabled: true } : noOffloads),
    trafficSince: context.now,
  };
  // A new adapter takes every setting, whatever its VM is doing.
  const made = withSettings(context, adapter, { ...vm, state: 'Off' }, input);
  if (!made.ok) return made;
  context.world.put('adapter', made.value);
  // Hot-added: the VM is past the moment at which dynamic addresses are given.
  return vm.state === 'Off' ? ok(adapter.id) : giveMacAddresses(context, vmId, adapter.id);
}

export function modify(context: Context, input: Commands['adapter.modify']): Result<string> {
  const found = findAdapter(context, input.id);
  if (!found.ok) return found;
  const adapter = found.value;
  const offloads = requireOffloads(adapter.kind, input);
  if (!offloads.ok) return offloads;
  const connected = requireSwitch(context, input.switchId ?? null);
  if (!connected.ok) return connected;
  const made = withSettings(context, adapter, context.world.need('vm', adapter.vmId), input);
  if (!made.ok) return made;
  context.world.put('adapter', made.value);
  return ok(adapter.id);
}

/** Refused while the adapter still owns a VF: the engine lets it go first. */
export function remove(context: Context, { id }: Commands['adapter.remove']): Result<string> {
  const found = findAdapter(context, id);
  if (!found.ok) return found;
  const vm = context.world.need('vm', found.value.vmId);
  const changeable = requireChangeable(vm, found.value.kind, 'removed', 'id');
  if (!changeable.ok) return changeable;
  context.world.remove('adapter', id);
  return ok(id);
}

export function setTraffic(
  context: Context,
  { id, traffic }: Commands['adapter.setTraffic'],
): Result<string> {
  const found = findAdapter(context, id);
  if (!found.ok) return found;
  const { peerAdapterId } = traffic;
  if (peerAdapterId !== null && (peerAdapterId === id || !context.world.adapter.has(peerAdapterId))) {
    return refuse(
      'adapter.peerNotFound',
      `There is no other network adapter with the ID ${peerAdapterId} to exchange traffic with. Choose an adapter of another virtual machine.`,
      'traffic.peerAdapterId',
    );
  }
  context.world.put('adapter', { ...found.value, traffic, trafficSince: context.now });
  return ok(id);
}

/**
 * Gives every adapter of a VM that has none a dynamic MAC address, the lowest free one of the
 * host's range. Hyper-V does so when the VM first starts. Answers with `answer`.
 */
export function giveMacAddresses(context: Context, vmId: string, answer: string): Result<string> {
  const { world } = context;
  const wanting = world.adaptersOf(vmId).filter((adapter) => adapter.macAddress === null);
  if (wanting.length === 0) return ok(answer);
  const host = theHost(world);
  let candidate = parseInt(host.macAddressMinimum, 16);
  const last = parseInt(host.macAddressMaximum, 16);
  for (const adapter of wanting) {
    while (candidate <= last && world.hasMacAddress(candidate)) candidate += 1;
    if (candidate > last) {
      return refuse(
        'adapter.noMacAddress',
        `A dynamic MAC address was not assigned to ${adapter.name}: every address of the host's range is in use.`,
      );
    }
    const macAddress = candidate.toString(16).toUpperCase().padStart(12, '0');
    world.put('adapter', { ...adapter, macAddress });
    candidate += 1;
  }
  return ok(answer);
}

/** Adapters on a switch that goes are left not connected. */
export function disconnectFrom({ world }: Context, switchId: string): void {
  for (const adapter of world.adapter.values()) {
    if (adapter.switchId === switchId) world.put('adapter', { ...adapter, switchId: null });
  }
}

/** The adapters of a VM go with it. */
export function removeAllOf({ world }: Context, vmId: string): void {
  for (const adapter of world.adaptersOf(vmId)) world.remove('adapter', adapter.id);
}
