/** The computers that the program can simulate out of the box, from assets/hardware/platforms. */
import contosoServer from '../../../assets/hardware/platforms/contoso-server.yaml';
import type { PlatformDescription } from '../../shared/model/platform-description';

/** The computer that a new document starts with. Tests check its shape, a start does not. */
export function defaultPlatform(): PlatformDescription {
  return contosoServer as PlatformDescription;
}
