/** What the pages of one network adapter hold, and what that is to the host. */
import { untouchedAdapter } from '../../../../shared/model/adapter';
import type { Adapter, AdapterKind } from '../../../../shared/model/adapter';
import { formatMac } from '../../../../shared/model/mac-address';

/** Check boxes and the values that count while they are ticked. */
export interface AdapterValue {
  readonly switchId: string | null;
  readonly vlan: boolean;
  readonly vlanId: number;
  readonly bandwidth: boolean;
  readonly minimumMbps: number;
  readonly maximumMbps: number;
  /** Stands for a weight of 100 or 0. */
  readonly vmq: boolean;
  readonly ipsec: boolean;
  readonly ipsecMaximumSas: number;
  /** Stands for a weight of 100 or 0. */
  readonly iov: boolean;
  readonly staticMac: boolean;
  /** Six pairs with `-` between them. */
  readonly macAddress: string;
  readonly macSpoofing: boolean;
  readonly dhcpGuard: boolean;
  readonly routerGuard: boolean;
  readonly protectedNetwork: boolean;
  readonly portMirroring: Adapter['portMirroring'];
  readonly allowTeaming: boolean;
  readonly deviceNaming: boolean;
}

/** An adapter that only the draft knows: what its pages hold is complete, for there is nothing below it. */
export interface AddedAdapter extends AdapterValue {
  readonly kind: AdapterKind;
}

/** What the boxes beside an empty check box show (from memory). */
const proposedVlan = 2;
const noAddress = '00-00-00-00-00-00';

type Kept = Omit<Adapter, 'id' | 'vmId' | 'kind' | 'name' | 'trafficSince'>;

/** The adapter's value as the host has it. */
export function valueOf(adapter: Kept): AdapterValue {
  const { switchId, macSpoofing, portMirroring, dhcpGuard, routerGuard, staticMac } = adapter;
  const { protectedNetwork, allowTeaming, deviceNaming, minimumMbps, maximumMbps } = adapter;
  const kept = { switchId, macSpoofing, portMirroring, dhcpGuard, routerGuard, staticMac };
  return {
    ...kept,
    ...{ protectedNetwork, allowTeaming, deviceNaming, minimumMbps, maximumMbps },
    vlan: adapter.vlanId !== null,
    vlanId: adapter.vlanId ?? proposedVlan,
    bandwidth: minimumMbps > 0 || maximumMbps > 0,
    vmq: adapter.vmqWeight > 0,
    ipsec: adapter.ipsecMaximumSas > 0,
    ipsecMaximumSas: adapter.ipsecMaximumSas > 0 ? adapter.ipsecMaximumSas : untouchedAdapter.ipsecMaximumSas,
    iov: adapter.iovWeight > 0,
    macAddress: adapter.macAddress === null ? noAddress : formatMac(adapter.macAddress, '-'),
  };
}

/** A new adapter as the host makes it, not connected. */
export function freshValue(kind: AdapterKind): AdapterValue {
  const synthetic = kind === 'synthetic';
  const offloads = { vmqWeight: synthetic ? 100 : 0, ...(synthetic ? {} : { ipsecMaximumSas: 0 }) };
  return valueOf({ ...untouchedAdapter, switchId: null, macAddress: null, ...offloads });
}

function weight(ticked: boolean): number {
  return ticked ? 100 : 0;
}

/** The value as the host keeps it: what a check box switches off counts as nothing. */
export function settingsOf(value: AdapterValue) {
  const { switchId, macSpoofing, portMirroring, dhcpGuard, routerGuard } = value;
  const { protectedNetwork, allowTeaming, deviceNaming } = value;
  return {
    ...{ switchId, macSpoofing, portMirroring, dhcpGuard, routerGuard },
    ...{ protectedNetwork, allowTeaming, deviceNaming },
    vlanId: value.vlan ? value.vlanId : null,
    minimumMbps: value.bandwidth ? value.minimumMbps : 0,
    maximumMbps: value.bandwidth ? value.maximumMbps : 0,
    vmqWeight: weight(value.vmq),
    ipsecMaximumSas: value.ipsec ? value.ipsecMaximumSas : 0,
    iovWeight: weight(value.iov),
    macAddress: value.staticMac ? value.macAddress.replaceAll('-', '') : null,
  };
}

/** Members of a command that stand for the pages' values. */
export type AdapterSettings = ReturnType<typeof settingsOf>;

/** The settings that differ. A box that was not touched writes nothing: a weight of 50 set elsewhere stays. */
export function changedSettings(before: AdapterValue, value: AdapterValue): Partial<AdapterSettings> {
  const settings = settingsOf(value);
  const known: Readonly<Record<string, unknown>> = settingsOf(before);
  return Object.fromEntries(Object.entries(settings).filter(([name, each]) => each !== known[name]));
}
