/** The computer that the program starts with when nobody asks for another one. */
import type { Hardware } from '../engine/engine';
import { nicCatalogue } from '../hardware/catalogue';
import { platformFunctions, slotsOf } from '../hardware/platform-functions';
import { defaultPlatform } from '../hardware/platforms';
import { nicsOf } from '../../shared/pcie/network-adapters';

/** Hyper-V's dynamic range: Microsoft's 00-15-5D, two octets of the host's address, 256 addresses. */
export const dynamicMacRange = { macAddressMinimum: '00155D0A0100', macAddressMaximum: '00155D0A01FF' };

/** The built-in platform with the NICs of the catalogue in its slots. */
export function builtInHost(): Hardware {
  const description = defaultPlatform();
  const catalogue = nicCatalogue();
  const { functions, configs } = platformFunctions(description, catalogue);
  const { processorName, clockMhz, logicalProcessors, memoryMb, firmwareDefaults } = description;
  return {
    host: {
      computerName: description.computerName,
      origin: 'built-in',
      notes: [description.note],
      ...dynamicMacRange,
    },
    platform: {
      processorName,
      clockMhz,
      logicalProcessors,
      memoryMb,
      hardware: { ...description.hardware, slots: slotsOf(description.rootPorts) },
      firmware: firmwareDefaults,
    },
    functions,
    configs,
    nics: nicsOf(functions, catalogue),
  };
}
