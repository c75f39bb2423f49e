/**
 * VFs of the physical adapters: they exist while the NIC switch of an SR-IOV virtual switch is
 * there, and go when the last of them is free again.
 */
import type { Nic, SriovSupport } from '../../../shared/model/nic';
import { sriovSupport, vfLimit } from '../../../shared/model/nic';
import { vfRoutingId } from '../../../shared/model/pcie';
import type { Vf } from '../../../shared/model/vf';
import { theHost, thePlatform } from '../../../shared/model/world-view';
import type { Result } from '../../../shared/result';
import { invariant } from '../kernel/invariant';
import type { Context } from '../world/context';
import { reportCreated, reportDeleted } from './nic-switch';

/** The registers behind the adapter, as far as its VFs need them. */
export interface SriovRegisters {
  vfsEnabled(context: Context, pfId: string): boolean;
  enableVfs(context: Context, pfId: string, count: number): Result<string>;
  disableVfs(context: Context, pfId: string): void;
}

/** VFs of one adapter, by index. */
export function vfsOf({ world }: Pick<Context, 'world'>, nic: Nic): Vf[] {
  return Array.from({ length: nic.numVfs }, (_, index) => world.need('vf', `${nic.id}#${index}`));
}

function wantsVfs({ world }: Context, nic: Nic): boolean {
  const bound = nic.switchId === null ? undefined : world.switch.get(nic.switchId);
  if (bound?.iovEnabled !== true || theHost(world).state !== 'running') return false;
  if (nic.state !== 'up' || vfLimit(nic) === 0) return false;
  return triesToEnable.has(sriovSupport(nic, thePlatform(world), world.function));
}

/** Resources are found to be missing while VFs are enabled; everything else keeps Windows from trying. */
const triesToEnable: ReadonlySet<SriovSupport> = new Set(['Supported', 'NoBusResources', 'NoVfBarSpace']);

/** A failed attempt leaves the registers as they were; it is logged once, not at every change of the world. */
function enable(context: Context, nic: Nic, registers: SriovRegisters): void {
  const enabled = registers.enableVfs(context, nic.id, vfLimit(nic));
  if (enabled.ok) return wait(context, nic, context.latencies.vfEnableWait);
  const { message } = enabled.error;
  context.world.put('nic', { ...nic, vfEnableError: message });
  context.log({ about: 'nic', what: 'vfsNotEnabled', nic, why: message });
}

/** Starts to enable VFs, or removes them, as the adapter's switch and the platform now demand. */
export function reconcileVfs(context: Context, nic: Nic, registers: SriovRegisters): void {
  if (wantsVfs(context, nic)) {
    // With a token the adapter waits: for its VFs, or after it has lost the last ones.
    const settled = nic.numVfs > 0 || nic.enableToken !== null || nic.vfEnableError !== null;
    if (!settled) enable(context, nic, registers);
    return;
  }
  if (nic.vfEnableError !== null) context.world.put('nic', { ...nic, vfEnableError: null });
  if (nic.numVfs === 0 && nic.enableToken === null) return;
  // With VF Enable clear, the adapter waits after it has lost its VFs.
  if (!registers.vfsEnabled(context, nic.id)) return;
  const existing = vfsOf(context, nic);
  if (existing.some((vf) => vf.adapterId !== null)) return;
  if (nic.numVfs > 0) reportDeleted(context, nic);
  registers.disableVfs(context, nic.id);
  for (const vf of existing) context.world.remove('vf', vf.id);
  wait(context, { ...nic, numVfs: 0 }, context.latencies.vfDisableWait);
}

function wait(context: Context, nic: Nic, ms: number): void {
  const token = context.nextToken();
  context.world.put('nic', { ...nic, enableToken: token });
  context.schedule(ms, { noun: 'nic', subject: nic.id, token });
}

/** A change of VF Enable has settled: the VFs answer one by one, or the PF can be enabled again. */
export function settleVfs(context: Context, nicId: string, token: number, registers: SriovRegisters): void {
  const { world } = context;
  const nic = world.nic.get(nicId);
  if (nic?.enableToken !== token) return;
  if (!registers.vfsEnabled(context, nicId)) {
    world.put('nic', { ...nic, numVfs: 0, enableToken: null });
    return;
  }
  createVfs(context, nic);
  const enabled = { ...nic, numVfs: vfLimit(nic), enableToken: null };
  world.put('nic', enabled);
  reportCreated(context, enabled, context.latencies.vfEnableWait);
}

/** The VFs lie at the addresses that the capability dictates. */
function createVfs({ world }: Context, nic: Nic): void {
  const pf = world.need('function', nic.id);
  const numVfs = vfLimit(nic);
  invariant(pf.sriov !== null, `${nic.id} has no SR-IOV capability.`);
  for (let index = 0; index < numVfs; index += 1) {
    world.put('vf', {
      id: `${nic.id}#${index}`,
      nicId: nic.id,
      index,
      routingId: vfRoutingId(pf.routingId, pf.sriov, index),
      adapterId: null,
      vPortId: null,
      queuePairs: 0,
      serial: null,
    });
  }
}
