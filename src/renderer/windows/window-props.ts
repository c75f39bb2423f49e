/** What every window beside the first one gets. */
import type { WindowKind, WindowRequest } from '../../shared/model/window';

export interface WindowProps<K extends WindowKind> {
  readonly request: Extract<WindowRequest, { kind: K }>;
}
