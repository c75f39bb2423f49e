/** Where decoded text and hex bytes of one function disagree: the bytes win, and a note says so. */
import type { ConfigFacts } from './config-space';
import type { DecodedFacts } from './decoded-lines';
import type { SriovFacts } from './facts';
import type { HeaderLine } from './header-line';

type Told = number | boolean | string | null | undefined;

/** One sentence for each value that both tell and tell differently. */
export function differences(
  id: string,
  header: HeaderLine,
  text: DecodedFacts,
  bytes: ConfigFacts,
): string[] {
  const notes: string[] = [];
  const compare = (what: string, told: Told, read: Told, print: (value: Told) => string = String): void => {
    if (told == null || read == null || told === read) return;
    notes.push(
      `${id}: the text says ${what} ${print(told)}, the hex bytes say ${print(read)}, which is used.`,
    );
  };
  compare('vendor ID', header.vendorId, bytes.vendorId, hex(4));
  compare('device ID', header.deviceId, bytes.deviceId, hex(4));
  compare('class', header.classCode, bytes.classCode, hex(4));
  compare('secondary bus', text.bus?.secondary, bytes.bus?.secondary, hex(2));
  compare('subordinate bus', text.bus?.subordinate, bytes.bus?.subordinate, hex(2));
  if (text.detail !== 'long' || text.accessDeniedLine !== null) return notes;
  const { capabilities, extended } = bytes;
  if (capabilities !== null) {
    compare('PCI Express type', text.express?.type ?? 'none', capabilities.express?.type ?? 'none');
    compare('ARI forwarding enabled', text.express?.ariEnabled, capabilities.express?.ariEnabled);
    compare('MSI-X count', text.msixVectors ?? 0, capabilities.msixVectors ?? 0);
  }
  if (extended === null) return notes;
  compare('ACS capability', text.acs, extended.acs);
  compare('ARI capability', text.ari, extended.ari);
  if (text.sriovGap !== null) return notes;
  compare('SR-IOV capability', text.sriov !== null, extended.sriov !== null);
  if (text.sriov !== null && extended.sriov !== null) compareSriov(text.sriov, extended.sriov, compare);
  return notes;
}

function compareSriov(
  text: SriovFacts,
  bytes: SriovFacts,
  compare: (what: string, told: Told, read: Told, print?: (value: Told) => string) => void,
): void {
  compare('VF Enable', text.vfEnable, bytes.vfEnable);
  compare('Initial VFs', text.capability.initialVfs, bytes.capability.initialVfs);
  compare('Total VFs', text.capability.totalVfs, bytes.capability.totalVfs);
  compare('Number of VFs', text.numVfs, bytes.numVfs);
  compare('VF offset', text.capability.firstVfOffset, bytes.capability.firstVfOffset);
  compare('VF stride', text.capability.vfStride, bytes.capability.vfStride);
  compare('VF device ID', text.capability.vfDeviceId, bytes.capability.vfDeviceId, hex(4));
  compare('ARI hierarchy', text.capability.ariCapableHierarchy, bytes.capability.ariCapableHierarchy);
}

function hex(digits: number): (value: Told) => string {
  return (value) => (typeof value === 'number' ? value.toString(16).padStart(digits, '0') : String(value));
}
