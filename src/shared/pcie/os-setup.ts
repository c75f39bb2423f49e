/** What the operating system's PCI Express code switches on before any driver runs. */
import { findCapability, findExtended } from './capabilities';
import { setLinkBelow } from './build-capabilities';
import type { Link } from './build-capabilities';
import { Registers } from './config-space';
import { readBar } from './decode';
import {
  acs,
  acsIsolation,
  capabilityId,
  command,
  express,
  extendedId,
  header,
  msix,
  portType,
  sriov,
} from './registers';
import type { Node, Topology } from './topology';
import { placeVfs } from './vf-placing';

/**
 * ARI forwarding at every port that can do it and has a device with ARI below; then the ARI
 * Capable Hierarchy bit in that device's lowest-numbered PF, which moves the VFs of all its PFs.
 */
export function switchOnAri(topology: Topology): void {
  for (const node of topology.nodes) {
    if (node.secondary === null) continue;
    const behind = topology.on(node.domain, node.secondary);
    const at = findCapability(node.bytes, capabilityId.express);
    if (at === undefined) continue;
    const space = new Registers(node.bytes);
    const capable = (space.get32(at + express.deviceCap2) & express.ariForwarding) !== 0;
    const wanted = behind.some((each) => findExtended(each.bytes, extendedId.ari) !== undefined);
    if (!capable || !wanted) continue;
    space.turnOn16(at + express.deviceCtl2, express.ariForwarding);
    for (const each of behind) takeAri(each);
  }
}

function takeAri({ bytes, silicon }: Node): void {
  const at = findExtended(bytes, extendedId.sriov);
  if (at === undefined || findExtended(bytes, extendedId.ari) === undefined) return;
  if (silicon.sriov?.lowestPf === true) new Registers(bytes).turnOn16(at + sriov.control, sriov.ariHierarchy);
  placeVfs(bytes, silicon, true);
}

/** Error reporting, isolation at ports, page size, links, memory decoding and bus mastering. */
export function setUpByOperatingSystem(topology: Topology): void {
  for (const node of topology.nodes) {
    setUpDevice(node);
    isolate(node);
    choosePageSize(node);
    if (node.secondary !== null) trainLink(node, topology.on(node.domain, node.secondary));
    switchOn(node);
  }
}

function setUpDevice({ bytes }: Node): void {
  const at = findCapability(bytes, capabilityId.express);
  if (at === undefined) return;
  const space = new Registers(bytes);
  const others = space.get16(at + express.deviceCtl) & ~express.maxPayload;
  // All four kinds of errors are reported; payloads of 256 bytes, or 128 where the device takes no more.
  const payload = (space.get32(at + express.deviceCap) & 0x7) === 0 ? 0 : 0x20;
  space.set16(at + express.deviceCtl, others | payload | 0x000f);
}

function isolate({ bytes, secondary }: Node): void {
  const at = findExtended(bytes, extendedId.acs);
  if (at === undefined || secondary === null) return;
  const space = new Registers(bytes);
  space.set16(at + acs.control, space.get16(at + acs.capability) & acsIsolation);
}

/** The smallest supported page of at least 4 KiB, the processor's. */
function choosePageSize({ bytes }: Node): void {
  const at = findExtended(bytes, extendedId.sriov);
  if (at === undefined) return;
  const space = new Registers(bytes);
  const supported = space.get32(at + sriov.supportedPageSizes);
  if (supported !== 0) space.set32(at + sriov.systemPageSize, supported & -supported);
}

/** A port's link is as fast and wide as both ends can; without a card it is down. */
function trainLink({ bytes }: Node, behind: readonly Node[]): void {
  const at = findCapability(bytes, capabilityId.express);
  if (at === undefined) return;
  const space = new Registers(bytes);
  const type = (space.get16(at + express.flags) >> 4) & 0xf;
  if (type !== portType.root && type !== portType.downstream) return;
  const other = behind[0];
  const from = other === undefined ? undefined : findCapability(other.bytes, capabilityId.express);
  if (other === undefined || from === undefined) return setLinkBelow(bytes, at, null);
  const own = linkAt(space, at + express.linkCap);
  const card = linkAt(new Registers(other.bytes), from + express.linkCap);
  const speed = Math.min(own.speed, card.speed, 3) as Link['speed'];
  setLinkBelow(bytes, at, { speed, width: Math.min(own.width, card.width) });
}

function linkAt(space: Registers, at: number): { speed: number; width: number } {
  const value = space.get32(at);
  return { speed: Math.max(1, value & 0xf), width: (value >> 4) & 0x3f };
}

/** Memory decoding and bus mastering, unless a BAR has no address. */
function switchOn({ bytes, silicon }: Node): void {
  const space = new Registers(bytes);
  const isPlaced = silicon.bars.every(({ index }) => readBar(space, header.bar0, index).address !== 0);
  if (!isPlaced) return;
  space.turnOn16(header.command, command.memory | command.busMaster);
  const vectors = findCapability(bytes, capabilityId.msix);
  if (vectors === undefined) return;
  space.turnOn16(header.command, command.interruptDisable);
  space.turnOn16(vectors + msix.control, msix.enable);
}
