import type { HostPort } from '../shared/host-port';

declare global {
  interface Window {
    /** Put there by the preload script: the way to the simulated host. */
    readonly host: HostPort;
  }
}
