/**
 * What a function's silicon knows and no register tells at rest: how large its BARs are, where its
 * VFs move with ARI and with their number, what firmware may show of a port. Plain data, saved with
 * the bytes.
 */
import type { VfPlace } from '../model/pcie';

export interface BarSize {
  /** Number of the BAR, 0 to 5; a 64-bit BAR takes the next number too. */
  readonly index: number;
  /** Null where no source tells: such a BAR keeps its address and does not answer a sizing probe. */
  readonly sizeBytes: number | null;
}

export interface SriovSilicon {
  /** The ARI Capable Hierarchy bit exists in the lowest-numbered PF of a device alone. */
  readonly lowestPf: boolean;
  /** One VF's share of each VF BAR. */
  readonly vfBars: readonly BarSize[];
  /** First VF Offset with ARI Capable Hierarchy set and clear. */
  readonly offsets: { readonly ari: number; readonly noAri: number };
  readonly vfStride: number;
  /** Other places for small values of NumVFs, in ascending order; beyond them `offsets` and `vfStride` hold. */
  readonly fewVfs?: readonly VfPlace[];
  /** MSI-X vectors of each VF; null without the capability. */
  readonly vfMsixVectors: number | null;
}

/** What firmware decides about a bridge when it hands out resources. */
export interface PortSilicon {
  /** Where the Access Control Services capability lies, shown or hidden; null where there is none. */
  readonly acsAt: number | null;
  /** The port can forward ARI, if firmware lets it. */
  readonly ariCapable: boolean;
  /**
   * The most bus numbers that firmware sets aside behind the secondary bus; an empty slot gets all
   * of them for the card that may come. Null: as many as VFs need, up to the next bus in use.
   */
  readonly spareBuses: number | null;
}

export interface Silicon {
  /** BARs of the function itself. */
  readonly bars: readonly BarSize[];
  readonly sriov: SriovSilicon | null;
  readonly port: PortSilicon | null;
}

export const plainSilicon: Silicon = { bars: [], sriov: null, port: null };
