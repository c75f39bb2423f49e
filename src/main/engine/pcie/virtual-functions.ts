/**
 * Switching VFs on and off through the registers of the SR-IOV capability, in the order in which
 * Linux' drivers/pci/iov.c does it, with that file's errors. The waits belong to the caller.
 */
import { bridgeAbove, busOf, formatAddress, vfRoutingId } from '../../../shared/model/pcie';
import type { PcieFunction } from '../../../shared/model/pcie';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import { findExtended } from '../../../shared/pcie/capabilities';
import { extendedId, sriov } from '../../../shared/pcie/registers';
import type { Context } from '../world/context';
import { readConfig, spaceOf, writeConfig } from './config-access';

type InWorld = Pick<Context, 'world'>;

function refuseAs(error: 'EINVAL' | 'EIO' | 'ENOMEM', sentence: string): Result<never> {
  return refuse(`sriov.${error}`, sentence);
}

/** Where the SR-IOV capability lies; undefined without it. */
function capabilityOf(context: InWorld, pfId: string): number | undefined {
  return context.world.config.has(pfId)
    ? findExtended(spaceOf(context, pfId).bytes, extendedId.sriov)
    : undefined;
}

/** Whether VF Enable is set. */
export function vfsEnabled(context: InWorld, pfId: string): boolean {
  const at = capabilityOf(context, pfId);
  return at !== undefined && (readConfig(context, pfId, at + sriov.control, 2) & sriov.vfEnable) !== 0;
}

/**
 * Sets NumVFs, VF Enable and VF MSE after all checks. The VFs answer once `vfEnableWait` has
 * passed. A refusal leaves NumVFs at 0.
 */
export function enableVfs(context: InWorld, pfId: string, count: number): Result<string> {
  const at = capabilityOf(context, pfId);
  if (at === undefined) return refuseAs('EINVAL', `${pfId} has no SR-IOV capability.`);
  if (vfsEnabled(context, pfId)) return refuseAs('EINVAL', `${pfId} has its VFs enabled already.`);
  const counted = checkCount(context, pfId, at, count);
  if (!counted.ok) return counted;
  // First VF Offset and VF Stride may depend on NumVFs, so they are read after it was written.
  writeConfig(context, pfId, at + sriov.numVfs, 2, count);
  const placed = checkPlace(context, pfId, count);
  if (!placed.ok) {
    writeConfig(context, pfId, at + sriov.numVfs, 2, 0);
    return placed;
  }
  const control = readConfig(context, pfId, at + sriov.control, 2);
  writeConfig(context, pfId, at + sriov.control, 2, control | sriov.vfEnable | sriov.vfMemorySpace);
  return ok(pfId);
}

function checkCount(context: InWorld, pfId: string, at: number, count: number): Result<string> {
  const initial = readConfig(context, pfId, at + sriov.initialVfs, 2);
  const total = readConfig(context, pfId, at + sriov.totalVfs, 2);
  const migrates = (readConfig(context, pfId, at + sriov.capabilities, 4) & 1) !== 0;
  if (initial > total || (!migrates && initial !== total)) {
    return refuseAs('EIO', `${pfId} has InitialVFs ${initial} and TotalVFs ${total}, which do not agree.`);
  }
  if (count < 1 || count > total) {
    return refuseAs('EINVAL', `${pfId} cannot have ${count} VFs; its TotalVFs is ${total}.`);
  }
  return ok(pfId);
}

function checkPlace({ world }: InWorld, pfId: string, count: number): Result<string> {
  const pf = world.need('function', pfId);
  const capability = pf.sriov;
  if (capability === null) return refuseAs('EINVAL', `${pfId} has no SR-IOV capability.`);
  const { firstVfOffset, vfStride, vfBars } = capability;
  if (firstVfOffset === 0 || (count > 1 && vfStride === 0)) {
    return refuseAs('EIO', `${pfId} has First VF Offset ${firstVfOffset} and VF Stride ${vfStride}.`);
  }
  if (vfBars.some((bar) => bar.address === 0)) {
    return refuseAs('ENOMEM', `${pfId}: not enough MMIO resources for SR-IOV.`);
  }
  const inRange = checkBuses(world.function, pf, count, vfRoutingId(pf.routingId, capability, count - 1));
  return inRange.ok ? checkDependency({ world }, pf) : inRange;
}

function checkBuses(
  functions: ReadonlyMap<string, PcieFunction>,
  pf: PcieFunction,
  count: number,
  lastVf: number,
): Result<string> {
  const above = bridgeAbove(functions.values(), pf)?.bridge;
  const own = busOf(pf.routingId);
  const [from, to] = [above?.secondaryBus ?? own, above?.subordinateBus ?? own];
  const last = busOf(lastVf);
  if (last <= to) return ok(pf.id);
  const range = from === to ? hex(from) : `${hex(from)}-${hex(to)}`;
  return refuseAs(
    'ENOMEM',
    `${pf.id}: can't enable ${count} VFs (bus ${hex(last)} out of range of [bus ${range}]).`,
  );
}

function hex(bus: number): string {
  return bus.toString(16).padStart(2, '0');
}

/** A PF may depend on another one of its device, which must be a PF too. */
function checkDependency(context: InWorld, pf: PcieFunction): Result<string> {
  const at = capabilityOf(context, pf.id);
  if (at === undefined) return refuseAs('EINVAL', `${pf.id} has no SR-IOV capability.`);
  const link = readConfig(context, pf.id, at + sriov.dependencyLink, 1);
  const on = formatAddress(
    pf.domain,
    (pf.routingId & 0xff00) | (pf.ari ? link : (pf.routingId & 0xf8) | link),
  );
  if (context.world.function.get(on)?.sriov != null) return ok(pf.id);
  return refuseAs('EINVAL', `${pf.id} depends on ${on}, which is no PF.`);
}

/** Clears VF Enable and VF MSE, then NumVFs. The PF is ready again once `vfDisableWait` has passed. */
export function disableVfs(context: InWorld, pfId: string): void {
  const at = capabilityOf(context, pfId);
  if (at === undefined) return;
  const control = readConfig(context, pfId, at + sriov.control, 2);
  writeConfig(context, pfId, at + sriov.control, 2, control & ~(sriov.vfEnable | sriov.vfMemorySpace));
  writeConfig(context, pfId, at + sriov.numVfs, 2, 0);
}
