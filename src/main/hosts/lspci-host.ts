/** A host on the PCI topology of a real Linux machine, from the text that lspci printed there. */
import type { LspciSummary } from '../../shared/contract';
import type { NicModel } from '../../shared/model/nic-model';
import { busOf, formatAddress, vfRoutingId } from '../../shared/model/pcie';
import type { PcieFunction } from '../../shared/model/pcie';
import type { CardSlot } from '../../shared/model/platform';
import { isNetworkAdapter, modelOf, nicsOf } from '../../shared/pcie/network-adapters';
import { ok, refuse } from '../../shared/result';
import type { Result } from '../../shared/result';
import type { Hardware } from '../engine/engine';
import { nicCatalogue } from '../hardware/catalogue';
import { defaultPlatform } from '../hardware/platforms';
import { part } from '../interop/lspci/portions';
import type { Portions } from '../interop/lspci/portions';
import { readLspci } from '../interop/lspci/read-lspci';
import { dynamicMacRange } from './built-in-host';
import { lspciSpaces } from './lspci-spaces';

/** lspci tells nothing about these; the host gets what the built-in one has. */
const assumed =
  'Processor, memory, address translation, DMA and interrupt remapping and PCI Express native control (_OSC) are ' +
  'assumed, because lspci does not tell them.';

/** What had to be assumed for adapters that the catalogue does not know. */
function assumptionsAbout(functions: readonly PcieFunction[], catalogue: readonly NicModel[]): string[] {
  return functions
    .filter((each) => isNetworkAdapter(each) && modelOf(each, catalogue) === undefined)
    .map((each) => `${each.id} ${each.name}: not in the catalogue; a link speed of 10 Gb/s is assumed.`);
}

/** One slot per root port, with whatever the listing has behind it. */
function importedSlots(functions: readonly PcieFunction[]): CardSlot[] {
  const occupied = new Set(functions.map((each) => busOf(each.routingId)));
  return functions
    .filter((each) => each.bridge?.portType === 'root')
    .map(({ id, acs, bridge }, index) => {
      const imported = bridge !== null && occupied.has(bridge.secondaryBus);
      return {
        portId: id,
        name: `Slot ${index + 1}`,
        acs,
        ari: bridge?.ariForwarding.capable ?? false,
        spareBuses: bridge === null ? 0 : bridge.subordinateBus - bridge.secondaryBus,
        fixed: false,
        imported,
        card: imported ? 'imported' : null,
      };
    });
}

/** Share of the work that reading the text is; building configuration spaces is the rest. */
const reading = 0.75;

/**
 * Builds the hardware of a host from the text; refused with the line and the reason. Done in
 * portions; yields the share that is done.
 */
export function* lspciHost(text: string): Portions<Result<Hardware>> {
  const read = yield* part(readLspci(text), 0, reading);
  if (!read.ok) return refuse(read.error.code, read.error.message, 'text');
  const { notes } = read.value;
  const catalogue = nicCatalogue();
  const { functions, configs } = yield* part(
    lspciSpaces(read.value.functions, read.value.spaces, catalogue),
    reading,
    1,
  );
  const description = defaultPlatform();
  const { processorName, clockMhz, logicalProcessors, memoryMb, firmwareDefaults } = description;
  return ok({
    host: {
      computerName: description.computerName,
      origin: 'lspci',
      notes: [assumed, ...assumptionsAbout(functions, catalogue), ...notes],
      ...dynamicMacRange,
    },
    platform: {
      processorName,
      clockMhz,
      logicalProcessors,
      memoryMb,
      hardware: {
        ...description.hardware,
        pciExpress: functions.some((each) => each.express),
        slots: importedSlots(functions),
      },
      firmware: firmwareDefaults,
    },
    functions,
    configs,
    nics: nicsOf(functions, catalogue),
  });
}

function firstVf(each: PcieFunction): string | null {
  if (each.sriov === null || each.sriov.totalVfs === 0) return null;
  return formatAddress(each.domain, vfRoutingId(each.routingId, each.sriov, 0));
}

/** What a host on the hardware has. */
export function lspciSummary({ functions, host }: Hardware): LspciSummary {
  return {
    bridges: functions.filter((each) => each.bridge !== null).length,
    nics: functions.filter(isNetworkAdapter).map((each) => ({
      address: each.id,
      name: each.name,
      totalVfs: each.sriov?.totalVfs ?? null,
      firstVf: firstVf(each),
    })),
    notes: [...host.notes],
  };
}
