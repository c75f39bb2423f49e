/** The shape that every cmdlet's view has. */
import type { ViewValue } from '../../../shared/model/cmdlet-view';
import type { WorldView } from '../../../shared/model/world-view';

/** Properties in the order of their names' appearance. */
export type Properties = Readonly<Record<string, ViewValue>>;

export interface View {
  /** What the cmdlet prints when nobody asks for more. */
  readonly defaults: readonly string[];
  /** Property that `name` is compared with; null when the cmdlet answers about the host alone. */
  readonly named: string | null;
  /** All objects with all properties. */
  readonly read: (world: WorldView) => readonly Properties[];
}

/** Twelve hex digits as the NetAdapter cmdlets print them. */
export function dashedMac(digits: string): string {
  return (digits.match(/../g) ?? []).join('-');
}
