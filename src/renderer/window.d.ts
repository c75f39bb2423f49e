import type { HostPort } from '../shared/host-port';

declare global {
  interface Window {
    /** Put there by the preload script: the way to the simulated host. */
    readonly host: HostPort;
  }

  interface ImportMetaEnv {
    /** The program's own, of package.json; the build puts it there. */
    readonly VERSION: string;
  }
}
