/** Contradictions between the functions of one host: bus tree and SR-IOV arithmetic. */
import { busOf, formatRoutingId, vfRoutingId } from '../../../shared/model/pcie';
import { CAPTURE_AGAIN, refuseAt } from './refusal';
import type { LspciChecked, LspciRefusal } from './refusal';
import type { ReadFunction } from './read-function';

const HOST_BRIDGE = 0x0600;
/**
 * Base classes of a processor's own units (system peripherals, performance counters), which server
 * processors put on root buses of their own without any bridge.
 */
const UNCORE_BASE_CLASSES = [0x08, 0x11];

/** Refuses the first contradiction in the order of the text; `functions` are those that stay in the host. */
export function checkHost(functions: readonly ReadFunction[]): LspciChecked<null> {
  for (const fn of functions) {
    const refused = checkBusNumbers(fn) ?? checkSriov(fn);
    if (refused !== null) return { ok: false, error: refused };
  }
  const refused = checkBusTree(functions);
  return refused === null ? { ok: true, value: null } : { ok: false, error: refused };
}

function contradiction(line: number, sentence: string): LspciRefusal {
  return refuseAt('lspci.contradiction', line, `${sentence}; ${CAPTURE_AGAIN}`).error;
}

function hex(bus: number): string {
  return bus.toString(16).padStart(2, '0');
}

function checkBusNumbers(fn: ReadFunction): LspciRefusal | null {
  const { bus } = fn;
  if (bus === null || bus.secondary === 0) return null;
  const { secondary, subordinate, line } = bus;
  if (secondary > subordinate) {
    const sentence = `bridge ${fn.pcie.id} cannot have secondary bus ${hex(secondary)} above subordinate bus ${hex(subordinate)}`;
    return contradiction(line, sentence);
  }
  const own = busOf(fn.pcie.routingId);
  if (secondary > own) return null;
  return contradiction(line, `bridge ${fn.pcie.id} on bus ${hex(own)} cannot lead to bus ${hex(secondary)}`);
}

function checkSriov(fn: ReadFunction): LspciRefusal | null {
  if (fn.sriov === null) return null;
  const { capability, vfEnable, numVfs, line } = fn.sriov;
  const { initialVfs, totalVfs, firstVfOffset, vfStride } = capability;
  const refuse = (sentence: string): LspciRefusal => contradiction(line, `PF ${fn.pcie.id} ${sentence}`);
  if (initialVfs > totalVfs) {
    return refuse(`cannot have more initial VFs (${initialVfs}) than total VFs (${totalVfs})`);
  }
  if (vfEnable && numVfs > totalVfs) {
    return refuse(`cannot have more enabled VFs (${numVfs}) than total VFs (${totalVfs})`);
  }
  if (totalVfs > 0 && firstVfOffset === 0) return refuse(`cannot have ${totalVfs} VFs at VF offset 0`);
  if (totalVfs > 1 && vfStride === 0) return refuse(`cannot have ${totalVfs} VFs at VF stride 0`);
  const last = vfRoutingId(fn.pcie.routingId, capability, Math.max(0, totalVfs - 1));
  if (last <= 0xffff) return null;
  return refuse(`would have its last VF at routing ID ${last.toString(16)}, past ffff`);
}

/** Every bus must be a root bus or the secondary bus of exactly one bridge. */
function checkBusTree(functions: readonly ReadFunction[]): LspciRefusal | null {
  const bridgeTo = new Map<string, ReadFunction>();
  for (const fn of functions) {
    const { domain, bridge, id } = fn.pcie;
    if (bridge === null) continue;
    const key = busKey(domain, bridge.secondaryBus);
    const other = bridgeTo.get(key);
    if (other !== undefined) {
      const sentence = `bridges ${other.pcie.id} and ${id} cannot both lead to bus ${hex(bridge.secondaryBus)}`;
      return contradiction(fn.bus?.line ?? fn.line, sentence);
    }
    bridgeTo.set(key, fn);
  }
  const roots = rootBuses(functions);
  for (const fn of functions) {
    const bus = busOf(fn.pcie.routingId);
    const key = busKey(fn.pcie.domain, bus);
    if (bridgeTo.has(key) || roots.has(key)) continue;
    const sentence = `${formatRoutingId(fn.pcie.routingId)} lies on bus ${hex(bus)}, to which no bridge in the text leads`;
    return refuseAt('lspci.noBridgeFor', fn.line, `${sentence}; ${CAPTURE_AGAIN}`).error;
  }
  return null;
}

/** The lowest bus of each domain, and every bus with something that exists on root buses only. */
function rootBuses(functions: readonly ReadFunction[]): ReadonlySet<string> {
  const lowest = new Map<number, number>();
  const roots = new Set<string>();
  for (const fn of functions) {
    const { domain, routingId } = fn.pcie;
    const bus = busOf(routingId);
    lowest.set(domain, Math.min(bus, lowest.get(domain) ?? bus));
    if (isRootOnly(fn)) roots.add(busKey(domain, bus));
  }
  for (const [domain, bus] of lowest) roots.add(busKey(domain, bus));
  return roots;
}

function isRootOnly(fn: ReadFunction): boolean {
  if (fn.expressType !== null) return fn.expressType === 'root' || fn.expressType === 'root-complex';
  const { classCode } = fn.pcie;
  if (classCode === null) return false;
  return classCode === HOST_BRIDGE || UNCORE_BASE_CLASSES.includes(classCode >> 8);
}

function busKey(domain: number, bus: number): string {
  return `${domain}:${bus}`;
}
