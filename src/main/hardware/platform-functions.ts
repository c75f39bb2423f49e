/**
 * From a platform description to PCI functions with whole configuration spaces: a host bridge, the
 * root ports, and behind each its NIC's functions; then firmware hands out buses and memory.
 */
import type { NicModel } from '../../shared/model/nic-model';
import { formatAddress, routingIdOf } from '../../shared/model/pcie';
import type { CardSlot } from '../../shared/model/platform';
import type { PlatformDescription, RootPort } from '../../shared/model/platform-description';
import { places } from '../../shared/pcie/build-function';
import { cardFunctions } from '../../shared/pcie/card-functions';
import { stored } from '../../shared/pcie/config-space';
import type { RegisterFacts } from '../../shared/pcie/decode';
import { defaultResources, enumerate } from '../../shared/pcie/enumerate';
import type { FirmwareResources } from '../../shared/pcie/enumerate';
import { functionOf, namedSpace, plainFacts } from '../../shared/pcie/named-space';
import type { NamedSpace } from '../../shared/pcie/named-space';
import { plainSilicon } from '../../shared/pcie/silicon';
import type { Silicon } from '../../shared/pcie/silicon';
import type { Hardware } from '../engine/engine';

function hostBridge({ hostBridge: chip }: PlatformDescription): NamedSpace {
  const { vendorId, deviceId, name } = chip;
  const names = { className: 'Host bridge', name, driver: null };
  const facts = { ...plainFacts, classCode: 0x0600, vendorId, deviceId };
  return namedSpace(0, routingIdOf(0, 0, 0), names, facts, {}, plainSilicon);
}

function rootPort(port: RootPort): NamedSpace {
  const { vendorId, deviceId, name } = port.chip;
  const facts: RegisterFacts = {
    ...plainFacts,
    classCode: 0x0604,
    vendorId,
    deviceId,
    acs: port.acs,
    bridge: {
      secondaryBus: port.secondaryBus,
      subordinateBus: port.subordinateBus,
      portType: 'root',
      ariForwarding: { capable: port.ariForwarding, enabled: false },
    },
  };
  const silicon: Silicon = {
    ...plainSilicon,
    port: {
      acsAt: port.acs ? places.portAcs : null,
      ariCapable: port.ariForwarding,
      spareBuses: port.subordinateBus - port.secondaryBus,
    },
  };
  const options = { slot: port.slot, link: { speed: 3, width: 16 } } as const;
  const names = { className: 'PCI bridge', name, driver: null };
  return namedSpace(0, routingIdOf(0, port.device, port.function), names, facts, options, silicon);
}

/** The slots behind a platform's root ports. */
export function slotsOf(ports: readonly RootPort[]): CardSlot[] {
  return ports.map((port) => ({
    portId: formatAddress(0, routingIdOf(0, port.device, port.function)),
    name: port.name,
    acs: port.acs,
    ari: port.ariForwarding,
    spareBuses: port.subordinateBus - port.secondaryBus,
    fixed: port.slot === null,
    imported: false,
    card: port.nic,
  }));
}

/**
 * The PCI functions of a platform after power-on, ordered by routing ID; VFs are not among them.
 * @throws {Error} when a root port names a NIC model that `catalogue` does not have
 */
export function platformFunctions(
  description: PlatformDescription,
  catalogue: readonly NicModel[],
  resources: FirmwareResources = defaultResources,
): Pick<Hardware, 'functions' | 'configs'> {
  const behindPorts = description.rootPorts.flatMap((port) => {
    if (port.nic === null) return [];
    const model = catalogue.find((candidate) => candidate.id === port.nic);
    if (model === undefined) throw new Error(`${description.id} names the unknown NIC model ${port.nic}.`);
    return cardFunctions(0, port.secondaryBus, model);
  });
  const parts = [hostBridge(description), ...description.rootPorts.map(rootPort), ...behindPorts].sort(
    (a, b) => a.routingId - b.routingId,
  );
  const started = enumerate(parts, resources);
  return { functions: started.map(functionOf), configs: started.map(stored) };
}
