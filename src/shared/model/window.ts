/** The windows that a console opens beside its first one: what each shows, and of what. */
import { z } from 'zod';
import type { WorldView } from './world-view';

/** One entry per kind; what identifies a window stands beside it. There is never a second one of the same. */
export const windowSchema = z.discriminatedUnion('kind', [
  /** Virtual Machine Connection. */
  z.object({ kind: z.literal('guest'), vmId: z.string().min(1).max(100) }),
]);

export type WindowRequest = z.infer<typeof windowSchema>;
export type WindowKind = WindowRequest['kind'];

/** The parameter of the page's address that says which window it is; the first window has none. */
export const windowParameter = 'window';

/** Whether what the window is about is there. */
export function hasSubject(world: WorldView, request: WindowRequest): boolean {
  return !('vmId' in request) || world.vm.has(request.vmId);
}
