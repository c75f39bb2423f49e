/**
 * Who owns counter instances: the host while its power is on, its physical adapters, its virtual
 * switches, and the active virtual machines with their adapters.
 */
import { adapterInstance, objects, virtualProcessorInstance } from '../../../shared/model/counter';
import type { Adapter } from '../../../shared/model/adapter';
import type { Nic } from '../../../shared/model/nic';
import type { VirtualSwitch } from '../../../shared/model/switch';
import { isActive } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { theHost, thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import type { Instance, Owner } from './layout';

export const TOTAL = '_Total';

/** The balancer's only instance. */
const balancerName = 'System Balancer';

/** Positions of a host's instances: four totals and the memory balancer come first, then the processors. */
export const hostIndex = {
  logicalTotal: 0,
  rootTotal: 1,
  virtualTotal: 2,
  dataPathTotal: 3,
  memoryBalancer: 4,
  firstProcessor: 5,
} as const;

/** Ids under which owners are known to the store. */
export const ownerId = {
  host: 'host',
  nic: (id: string): string => `nic ${id}`,
  switch: (id: string): string => `switch ${id}`,
  vm: (id: string): string => `vm ${id}`,
  adapter: (id: string): string => `adapter ${id}`,
} as const;

/** Instance of `Network Adapter`: the description without the characters that counter paths use. */
export function nicInstance(nic: Nic): string {
  return nic.interfaceDescription
    .replace(/\(/g, '[')
    .replace(/\)/g, ']')
    .replace(/[#/\\]/g, '_');
}

/** False while the host's power is off: nobody owns anything then. */
export function hasOwners(world: WorldView): boolean {
  const host = theHost(world);
  // A host that restarts keeps its counters until its power goes off.
  return host.state !== 'restarting' || host.powerOnToken === null;
}

/** Everybody who owns instances now. */
export function ownersOf(world: WorldView): Owner[] {
  if (!hasOwners(world)) return [];
  return [
    hostOwner(thePlatform(world).logicalProcessors),
    ...Array.from(world.nic.values(), nicOwner),
    ...Array.from(world.switch.values(), switchOwner),
    ...Array.from(world.vm.keys(), (id) => vmOwnerOf(world, id)).filter((owner) => owner !== null),
    ...Array.from(world.adapter.keys(), (id) => adapterOwnerOf(world, id)).filter((owner) => owner !== null),
  ];
}

/** The VM as an owner; null while it is none. */
export function vmOwnerOf(world: WorldView, id: string): Owner | null {
  const vm = world.vm.get(id);
  return vm !== undefined && isActive(vm) ? vmOwner(vm) : null;
}

/** The adapter as an owner; null while it is none. */
export function adapterOwnerOf(world: WorldView, id: string): Owner | null {
  const adapter = world.adapter.get(id);
  const vm = world.vm.get(adapter?.vmId ?? '');
  return adapter !== undefined && vm !== undefined && isActive(vm) ? adapterOwner(vm, adapter) : null;
}

function hostOwner(logicalProcessors: number): Owner {
  return {
    id: ownerId.host,
    kind: 'host',
    entity: 'host',
    signature: String(logicalProcessors),
    instances: () => {
      const instances: Instance[] = [
        { object: objects.logicalProcessor, name: TOTAL },
        { object: objects.rootVirtualProcessor, name: TOTAL },
        { object: objects.virtualProcessor, name: TOTAL },
        { object: objects.dataPath, name: TOTAL },
        { object: objects.memoryBalancer, name: balancerName },
      ];
      for (let index = 0; index < logicalProcessors; index++) {
        instances.push(
          { object: objects.logicalProcessor, name: `Hv LP ${index}` },
          { object: objects.rootVirtualProcessor, name: `Root VP ${index}` },
        );
      }
      return instances;
    },
  };
}

function nicOwner(nic: Nic): Owner {
  return {
    id: ownerId.nic(nic.id),
    kind: 'nic',
    entity: nic.id,
    signature: nic.interfaceDescription,
    instances: () => [{ object: objects.nic, name: nicInstance(nic) }],
  };
}

function switchOwner({ id, name }: VirtualSwitch): Owner {
  return {
    id: ownerId.switch(id),
    kind: 'switch',
    entity: id,
    signature: name,
    instances: () => [{ object: objects.switch, name }],
  };
}

/** Its processors, and last its memory if that is dynamic. */
function vmOwner(vm: Vm): Owner {
  const dynamic = vm.memory !== null;
  return {
    id: ownerId.vm(vm.id),
    kind: 'vm',
    entity: vm.id,
    signature: `${vm.processors}${dynamic ? ' dynamic' : ''} ${vm.name}`,
    instances: () => {
      const processors = Array.from({ length: vm.processors }, (_, index): Instance => ({
        object: objects.virtualProcessor,
        name: virtualProcessorInstance(vm, index),
      }));
      return dynamic ? [...processors, { object: objects.dynamicMemory, name: vm.name }] : processors;
    },
  };
}

/** The emulated adapter's own object comes last, so that the others have one position in both kinds. */
function adapterOwner(vm: Vm, adapter: Adapter): Owner {
  return {
    id: ownerId.adapter(adapter.id),
    kind: 'adapter',
    entity: adapter.id,
    signature: `${adapter.kind} ${adapter.name}\n${vm.name}`,
    instances: () => {
      const name = adapterInstance(vm, adapter);
      const both: Instance[] = [
        { object: objects.adapter, name },
        { object: objects.dataPath, name },
      ];
      return adapter.kind === 'legacy' ? [...both, { object: objects.legacyAdapter, name }] : both;
    },
  };
}
