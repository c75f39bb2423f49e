/** A host with one root port above one card, for what depends on the port. */
import type { Hardware } from '../../src/main/engine/engine';
import { nicCatalogue } from '../../src/main/hardware/catalogue';
import { platformFunctions, slotsOf } from '../../src/main/hardware/platform-functions';
import { defaultPlatform } from '../../src/main/hardware/platforms';
import { builtInHost } from '../../src/main/hosts/built-in-host';
import type { NicModel } from '../../src/shared/model/nic-model';
import { nicsOf } from '../../src/shared/pcie/network-adapters';

export interface Port {
  readonly bus: number;
  readonly lastBus: number;
  readonly ari: boolean;
}

/** The built-in host with nothing but the card named by the id of its model. */
export function hostWith(nic: string, port: Port, catalogue: readonly NicModel[] = nicCatalogue()): Hardware {
  const description = defaultPlatform();
  const rootPort = {
    ...description.rootPorts[0]!,
    ariForwarding: port.ari,
    secondaryBus: port.bus,
    subordinateBus: port.lastBus,
    nic,
  };
  const { functions, configs } = platformFunctions({ ...description, rootPorts: [rootPort] }, catalogue);
  const host = builtInHost();
  const hardware = { ...host.platform.hardware, slots: slotsOf([rootPort]) };
  return {
    ...host,
    platform: { ...host.platform, hardware },
    functions,
    configs,
    nics: nicsOf(functions, catalogue),
  };
}
