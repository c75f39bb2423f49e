/** What the host offers a guest besides its devices, and what the guest's heartbeat tells. */
import { z } from 'zod';
import type { Vm } from './vm';

/**
 * Offered or not, by the page's names. Simplified: only the shutdown, the heartbeat and what they
 * bring are simulated; the others are kept as they are set.
 */
export const integrationServicesSchema = z.object({
  /** Operating system shutdown. */
  shutdown: z.boolean(),
  timeSynchronization: z.boolean(),
  /** Data Exchange (key-value pairs). */
  dataExchange: z.boolean(),
  heartbeat: z.boolean(),
  /** Backup (volume shadow copy). */
  backup: z.boolean(),
  /** Guest services (copying files into the guest). */
  guestServices: z.boolean(),
});

export type IntegrationServices = z.infer<typeof integrationServicesSchema>;

/** What a new VM is offered: everything but guest services (from memory). */
export const newIntegrationServices: IntegrationServices = {
  shutdown: true,
  timeSynchronization: true,
  dataExchange: true,
  heartbeat: true,
  backup: true,
  guestServices: false,
};

export type Heartbeat = 'okHealthy' | 'noContact' | 'lostCommunication' | 'disabled';

/** The VM's heartbeat; null while it is off or saved. Which value shows when is from memory. */
export function heartbeatOf(vm: Vm): Heartbeat | null {
  if (vm.state === 'Off' || vm.state === 'Saved') return null;
  if (!vm.integrationServices.heartbeat) return 'disabled';
  if (vm.guest.state !== 'running') return 'noContact';
  return vm.guest.responsive ? 'okHealthy' : 'lostCommunication';
}
