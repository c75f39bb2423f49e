/**
 * VFs of the physical adapters: they exist while the NIC switch of an SR-IOV virtual switch is
 * there, and go when the last of them is free again.
 */
import type { Nic } from '../../../shared/model/nic';
import { sriovSupport, vfLimit } from '../../../shared/model/nic';
import { vfRoutingId } from '../../../shared/model/pcie';
import type { Vf } from '../../../shared/model/vf';
import { theHost, thePlatform } from '../../../shared/model/world-view';
import { invariant } from '../kernel/invariant';
import type { Context } from '../world/context';
import { reportCreated, reportDeleted } from './nic-switch';

/** VFs of one adapter, by index. */
export function vfsOf({ world }: Pick<Context, 'world'>, nic: Nic): Vf[] {
  return Array.from({ length: nic.numVfs }, (_, index) => world.need('vf', `${nic.id}#${index}`));
}

function wantsVfs({ world }: Context, nic: Nic): boolean {
  const bound = nic.switchId === null ? undefined : world.switch.get(nic.switchId);
  if (bound?.iovEnabled !== true || theHost(world).state !== 'running') return false;
  if (nic.state !== 'up' || vfLimit(nic) === 0) return false;
  return sriovSupport(nic, thePlatform(world), world.function) === 'Supported';
}

/** Starts to enable VFs, or removes them, as the adapter's switch and the platform now demand. */
export function reconcileVfs(context: Context, nic: Nic): void {
  const { world } = context;
  const wanted = wantsVfs(context, nic);
  if (wanted && nic.numVfs === 0 && nic.enableToken === null) {
    const token = context.nextToken();
    world.put('nic', { ...nic, enableToken: token });
    context.schedule(context.latencies.vfEnableWait, { noun: 'nic', subject: nic.id, token });
  }
  if (wanted) return;
  if (nic.numVfs > 0 && vfsOf(context, nic).some((vf) => vf.adapterId !== null)) return;
  if (nic.numVfs === 0 && nic.enableToken === null) return;
  if (nic.numVfs > 0) reportDeleted(context, nic);
  for (const vf of vfsOf(context, nic)) world.remove('vf', vf.id);
  world.put('nic', { ...nic, numVfs: 0, enableToken: null });
}

/** VF Enable has settled: the VFs answer at the addresses that the capability dictates. */
export function createVfs(context: Context, nicId: string, token: number): void {
  const { world } = context;
  const nic = world.nic.get(nicId);
  if (nic?.enableToken !== token) return;
  const capability = world.need('function', nic.id).sriov;
  invariant(capability !== null && nic.nicSwitch !== null, `${nic.id} has no SR-IOV capability.`);
  const pf = world.need('function', nic.id);
  const numVfs = vfLimit(nic);
  for (let index = 0; index < numVfs; index += 1) {
    const routingId = vfRoutingId(pf.routingId, capability, index);
    world.put('vf', {
      id: `${nic.id}#${index}`,
      nicId: nic.id,
      index,
      routingId,
      adapterId: null,
      vPortId: null,
      queuePairs: 0,
      serial: null,
    });
  }
  world.put('nic', { ...nic, numVfs, enableToken: null });
  reportCreated(context, world.need('nic', nicId), context.latencies.vfEnableWait);
}
