/** Entries of the trace on the PF's side: what NDIS, the virtual switch and the PF driver ask of each other. */
import type { Nic } from '../../../shared/model/nic';
import type { TraceEntry } from '../../../shared/model/ndis-trace';
import type { Context } from '../world/context';

export type Parameters = TraceEntry['parameters'];

const ndis = 'NDIS';
const pfDriver = 'PF miniport';
const virtualSwitch = 'Hyper-V virtual switch';

const common = { status: 'NDIS_STATUS_SUCCESS', tookMs: 0, adapterId: null, vfId: null } as const;

/** An OID that the virtual switch sends through NDIS to the PF driver. */
export function oid(
  context: Context,
  nic: Nic,
  kind: 'method' | 'set',
  name: string,
  parameters: Parameters,
  more: { readonly tookMs?: number; readonly adapterId?: string } = {},
): void {
  const entry = { channel: 'OID', kind, name, from: virtualSwitch, to: pfDriver, parameters } as const;
  context.trace({ ...common, ...entry, ...more, nicId: nic.id });
}

/** NDIS calls a function of the PF driver. */
export function callDriver(
  context: Context,
  nic: Nic,
  name: string,
  parameters: Parameters,
  tookMs = 0,
): void {
  const entry = { channel: 'call', kind: null, name, from: ndis, to: pfDriver, parameters } as const;
  context.trace({ ...common, ...entry, tookMs, nicId: nic.id });
}

/** The PF driver or the Plug and Play manager calls NDIS or the kernel. */
export function call(
  context: Context,
  nic: Nic,
  [from, to]: readonly [string, string],
  name: string,
  parameters: Parameters,
): void {
  context.trace({ ...common, channel: 'call', kind: null, name, from, to, parameters, nicId: nic.id });
}

/**
 * The PF driver has NDIS write NumVFs and VF Enable of the SR-IOV capability. Arguments in the
 * order of NdisMEnableVirtualization.
 */
export function enableVirtualization(context: Context, nic: Nic, numVfs: number): void {
  call(context, nic, [pfDriver, ndis], 'NdisMEnableVirtualization', {
    NumVFs: numVfs,
    EnableVFMigration: false,
    EnableMigrationInterrupt: false,
    EnableVirtualization: numVfs > 0,
  });
}
