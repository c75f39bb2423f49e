/** A root port whose abilities have been exchanged: the simulator lets boards be rebuilt. */
import type { CardSlot } from '../../../shared/model/platform';
import { findCapability, findExtended, hideExtended, showExtended } from '../../../shared/pcie/capabilities';
import { Registers } from '../../../shared/pcie/config-space';
import type { FunctionSpace } from '../../../shared/pcie/config-space';
import {
  acs,
  acsIsolation,
  capabilityId,
  express,
  expressSize,
  extendedId,
} from '../../../shared/pcie/registers';

/** Length of the ACS capability that a port gets: header, capability and control. */
const acsLength = 8;
const firstPlace = 0x100;
/** Extended capabilities are seldom longer; registers of a port that nobody decodes are not overwritten. */
const stride = 0x40;

/** A free place for the capability behind everything that the port has; null where there is none. */
function freePlace(bytes: Uint8Array): number | null {
  const used = bytes.findLastIndex((byte) => byte !== 0);
  const place = Math.max(firstPlace + stride, Math.ceil((used + 1) / stride) * stride);
  return place + acsLength <= expressSize ? place : null;
}

/** Where the port's ACS capability lies once it shall have one; null for a port that cannot have it. */
function giveAcs(bytes: Uint8Array, known: number | null): number | null {
  if (bytes.length < expressSize) return null;
  const at = known ?? findExtended(bytes, extendedId.acs) ?? freePlace(bytes);
  if (at === null) return null;
  const registers = new Registers(bytes);
  if (registers.get16(at + acs.capability) === 0) registers.set16(at + acs.capability, acsIsolation);
  showExtended(bytes, at, extendedId.acs, 1);
  return at;
}

function takeAcs(bytes: Uint8Array): void {
  const at = findExtended(bytes, extendedId.acs);
  if (at !== undefined) hideExtended(bytes, at);
}

function takeAri(bytes: Uint8Array): void {
  const at = findCapability(bytes, capabilityId.express);
  if (at === undefined) return;
  const registers = new Registers(bytes);
  registers.set32(at + express.deviceCap2, registers.get32(at + express.deviceCap2) & ~express.ariForwarding);
  registers.turnOff16(at + express.deviceCtl2, express.ariForwarding);
}

/** The port with what its slot now says; firmware decides later how much of it is shown. */
export function rebuiltPort<T extends FunctionSpace>(port: T, slot: CardSlot): T {
  if (port.silicon.port === null) return port;
  const bytes = port.bytes.slice();
  const acsAt = slot.acs ? giveAcs(bytes, port.silicon.port.acsAt) : null;
  if (!slot.acs) takeAcs(bytes);
  if (!slot.ari) takeAri(bytes);
  const { spareBuses } = slot;
  return { ...port, bytes, silicon: { ...port.silicon, port: { acsAt, ariCapable: slot.ari, spareBuses } } };
}
