/** Who gets a VF: adapters that want one wait in a queue at their physical adapter. */
import type { Adapter } from '../../../shared/model/adapter';
import { wantsVf } from '../../../shared/model/iov-status';
import type { Nic } from '../../../shared/model/nic';
import { nicBehind } from '../../../shared/model/uplink';
import { freshAssignment } from '../../../shared/model/vf';
import type { Vf } from '../../../shared/model/vf';
import { freeVf, vfShortage } from '../../../shared/model/vf-shortage';
import type { Context } from '../world/context';
import { traceSerial } from './vf-trace';
import { enter } from './walk';

/** Puts an adapter without a VF into the queue or takes it out, as its situation demands. */
export function queueUp({ world }: Context, adapter: Adapter): void {
  const nic = nicBehind(world, adapter);
  // While VF Enable settles there is no VF yet; that is not the same as none being free.
  const waiting = nic !== undefined && nic.numVfs > 0 && wantsVf(world, adapter);
  if (adapter.waitingForVf !== waiting) world.put('adapter', { ...adapter, waitingForVf: waiting });
}

/** The physical adapter at which the adapter waits for a VF; null when it does not. */
export function waitsAt({ world }: Context, adapterId: string): string | null {
  const adapter = world.adapter.get(adapterId);
  return adapter?.waitingForVf === true ? (nicBehind(world, adapter)?.id ?? null) : null;
}

/**
 * Adapters that wait for a VF of the NIC: the greatest weight comes first, then the VM that has run
 * longest. The order is the simulator's; Windows does not tell its own. A VF in use is not taken
 * from a VM for the sake of a heavier one.
 */
function waitingFor({ world }: Context, nic: Nic): Adapter[] {
  const since = ({ vmId }: Adapter): number => world.vm.get(vmId)?.runningSince ?? Infinity;
  return [...world.adapter.values()]
    .filter((each) => each.waitingForVf && nicBehind(world, each)?.id === nic.id)
    .sort((left, right) => right.iovWeight - left.iovWeight || since(left) - since(right));
}

/** A serial number that no other VF has now: NetVSC finds its VF by it. */
function newSerial(context: Context): number {
  const taken = new Set(Array.from(context.world.vf.values(), (vf) => vf.serial));
  for (;;) {
    const serial = 1 + (context.random('vf').uint32() % 0x7fff_ffff);
    if (!taken.has(serial)) return serial;
  }
}

/** The serial number is there before the VF. */
function begin(context: Context, adapter: Adapter, free: Vf): void {
  const vf = { ...free, adapterId: adapter.id, serial: newSerial(context) };
  context.world.put('vf', vf);
  traceSerial(context, adapter, vf);
  enter(context, adapter, { ...freshAssignment, vfId: vf.id }, 'allocating');
}

/** Gives the VFs that the physical adapter has free to those who wait for one. */
export function serveQueue(context: Context, nicId: string): void {
  const { world } = context;
  const nic = world.nic.get(nicId);
  if (nic === undefined || freeVf(world, nic) === undefined) return;
  for (const adapter of waitingFor(context, nic)) {
    const vf = freeVf(world, nic);
    if (vf === undefined) return;
    // One that asks for fewer queue pairs may still get what this one cannot.
    if (vfShortage(world, nic, adapter) === null && wantsVf(world, adapter)) begin(context, adapter, vf);
  }
}
