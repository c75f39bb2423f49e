/**
 * The configuration space of a VF, made from its PF: vendor and device ID read ffff, there are no
 * BARs, no INTx and no SR-IOV capability, and memory is switched by the PF's VF MSE for all VFs.
 */
import { findCapability, findExtended } from './capabilities';
import { addAcs, addAri, addErrorReporting, addExpress, addMsix, SpaceBuilder } from './build-capabilities';
import type { Link } from './build-capabilities';
import { places, vectorPlace } from './build-function';
import { Registers } from './config-space';
import type { FunctionSpace } from './config-space';
import { capabilityId, command, express, expressSize, extendedId, header, msix, portType } from './registers';

/** Builds the space of one VF; `inUse` says that a guest's driver has switched bus mastering on. */
export function buildVf(
  pf: Pick<FunctionSpace, 'bytes' | 'silicon'>,
  { inUse }: { readonly inUse: boolean },
): Uint8Array {
  const { bytes, silicon } = pf;
  const from = new Registers(bytes);
  const builder = new SpaceBuilder(expressSize);
  const { space } = builder;
  space.set16(header.vendorId, 0xffff);
  space.set16(header.deviceId, 0xffff);
  space.set16(header.command, inUse ? command.busMaster : 0);
  // Revision and class are the PF's: the operating system finds the VF's driver by them too.
  space.set32(header.revision, from.get32(header.revision));
  space.set16(header.subsystemVendor, from.get16(header.subsystemVendor));
  space.set16(header.subsystemId, from.get16(header.subsystemId));
  const vectors = silicon.sriov?.vfMsixVectors ?? null;
  if (vectors !== null) {
    addMsix(builder, 0x70, vectors, vectorPlace(silicon.sriov?.vfBars ?? []));
    if (inUse) space.turnOn16(0x70 + msix.control, msix.enable);
  }
  addExpress(builder, 0xa0, { type: portType.endpoint, link: linkOf(bytes), slot: null, ari: false });
  // The link and its state belong to the PF; a VF reads zeros there.
  space.set16(0xa0 + express.deviceCtl, 0);
  space.set16(0xa0 + express.linkSta, 0);
  space.set16(0xa0 + express.linkCtl2, 0);
  const has = (id: number): boolean => findExtended(bytes, id) !== undefined;
  if (has(extendedId.aer)) addErrorReporting(builder, places.aer);
  // Without AER at 0x100 the list needs another beginning there.
  else builder.extended(places.aer, 0, 0);
  if (has(extendedId.ari)) addAri(builder, places.ari, 0);
  if (has(extendedId.acs)) addAcs(builder, places.acs, 0);
  return space.bytes;
}

function linkOf(bytes: Uint8Array): Link {
  const at = findCapability(bytes, capabilityId.express);
  if (at === undefined) return { speed: 1, width: 1 };
  const cap = new Registers(bytes).get32(at + express.linkCap);
  const speed = Math.min(3, Math.max(1, cap & 0xf)) as Link['speed'];
  return { speed, width: (cap >> 4) & 0x3f };
}
