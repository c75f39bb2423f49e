/** What the host would refuse of an adapter's pages without looking at its state. */
import { mostSecurityAssociations } from '../../../../shared/model/port-settings';
import { macComplaint } from '../../../forms/mac-complaint';
import { networkAdapter as text } from '../../../text/en/network-adapter';
import type { Problem } from '../settings-draft';
import { pageWithField } from './adapter-draft';
import type { DraftedAdapter } from './adapter-draft';
import type { AdapterValue } from './adapter-value';

interface Complaint {
  readonly field: keyof AdapterValue;
  readonly message: string;
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}

function bandwidthComplaint({ minimumMbps, maximumMbps }: AdapterValue): Complaint | null {
  const message = text.bandwidthRange;
  if (!isWhole(minimumMbps, 0, 1_000_000)) return { field: 'minimumMbps', message };
  if (!isWhole(maximumMbps, 0, 1_000_000)) return { field: 'maximumMbps', message };
  if (maximumMbps === 0 || minimumMbps <= maximumMbps) return null;
  return { field: 'minimumMbps', message: text.minimumAboveMaximum };
}

function complaintOf(value: AdapterValue): Complaint | null {
  if (value.vlan && !isWhole(value.vlanId, 1, 4094)) return { field: 'vlanId', message: text.vlanRange };
  const bandwidth = value.bandwidth ? bandwidthComplaint(value) : null;
  if (bandwidth !== null) return bandwidth;
  if (value.ipsec && !isWhole(value.ipsecMaximumSas, 1, mostSecurityAssociations))
    return { field: 'ipsecMaximumSas', message: text.ipsecRange };
  const message = value.staticMac ? macComplaint(value.macAddress) : null;
  return message === null ? null : { field: 'macAddress', message };
}

/** The first problem of any adapter; null if all is well. */
export function adapterProblem(adapters: readonly DraftedAdapter[]): Problem | null {
  for (const { id, value } of adapters) {
    const complaint = complaintOf(value);
    if (complaint !== null) return { page: pageWithField(id, complaint.field), ...complaint };
  }
  return null;
}
