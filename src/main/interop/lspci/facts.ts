/** What is known of one function, whether its decoded lines or its hex bytes told it. */
import type { SriovCapability } from '../../../shared/model/pcie';
import type { BusNumbers, ExpressRegisters } from '../../../shared/pcie/decode';

export interface BusFacts extends BusNumbers {
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
  readonly express: ExpressRegisters | null;
  readonly msixVectors: number | null;
}

/** From the extended capabilities behind byte 256. */
export interface ExtendedFacts {
  readonly acs: boolean;
  readonly ari: boolean;
  readonly sriov: SriovFacts | null;
}

/** A memory BAR of the function itself; a VF's tell the sizes that its PF's registers do not. */
export interface RegionFacts {
  readonly index: number;
  readonly sizeBytes: number;
  /** 0 when it has none, as in `Memory at <unassigned>`. */
  readonly address: number;
  readonly is64Bit: boolean;
  readonly prefetchable: boolean;
}
