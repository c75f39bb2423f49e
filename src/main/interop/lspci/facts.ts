/** What is known of one function, whether its decoded lines or its hex bytes told it. */
import type { SriovCapability } from '../../../shared/model/pcie';

/** Device/port type of the PCI Express capability, as far as it matters here. */
export type ExpressType =
  | 'endpoint'
  | 'root'
  | 'upstream'
  | 'downstream'
  | 'pcie-to-pci'
  | 'pci-to-pcie'
  | 'root-complex'
  | 'unknown';

export interface ExpressFacts {
  readonly type: ExpressType;
  /** DevCap2 ARIFwd and DevCtl2 ARIFwd; false for a version 1 capability, which has neither. */
  readonly ariCapable: boolean;
  readonly ariEnabled: boolean;
}

export interface BusFacts {
  readonly primary: number;
  readonly secondary: number;
  readonly subordinate: number;
  /** Line of the text that tells it, for refusals. */
  readonly line: number;
}

export interface SriovFacts {
  readonly capability: SriovCapability;
  readonly vfEnable: boolean;
  readonly numVfs: number;
  readonly line: number;
}

/** From the capability list in the first 256 bytes. */
export interface CapabilityFacts {
  readonly express: ExpressFacts | null;
  readonly msixVectors: number | null;
}

/** From the extended capabilities behind byte 256. */
export interface ExtendedFacts {
  readonly acs: boolean;
  readonly ari: boolean;
  readonly sriov: SriovFacts | null;
}

/** A BAR of the function itself; of interest for VFs, whose sizes their PF's registers do not tell. */
export interface RegionFacts {
  readonly index: number;
  readonly sizeBytes: number;
}
