/** The computer an engine is built on, before anything has been configured. */
import type { Host } from '../../shared/model/host';
import { newHostSettings } from '../../shared/model/host-settings';
import { freshNic } from '../../shared/model/nic';
import type { Nic } from '../../shared/model/nic';
import type { PcieFunction } from '../../shared/model/pcie';
import type { Platform } from '../../shared/model/platform';
import type { StoredConfig } from '../../shared/pcie/config-space';
import type { SavedEntities } from './world/world';

export interface Hardware {
  readonly host: Pick<Host, 'computerName' | 'origin' | 'notes' | 'macAddressMinimum' | 'macAddressMaximum'>;
  readonly platform: Omit<Platform, 'id' | 'storedFirmware' | 'storedHardware'>;
  /** What `configs` say, with the names that no register holds. */
  readonly functions: readonly PcieFunction[];
  /** The configuration space of each function. */
  readonly configs: readonly StoredConfig[];
  readonly nics: readonly NewNic[];
}

/** A network adapter as it leaves the box: everything about it but its life in this host. */
export type NewNic = Pick<
  Nic,
  'id' | 'name' | 'interfaceDescription' | 'linkSpeedMbps' | 'macAddress' | 'vmqQueues' | 'nicSwitch'
>;

/** The entities of a host that has just been switched on for the first time at `startAt`. */
export function entitiesOf(hardware: Hardware, startAt: number): SavedEntities {
  const { host, platform, functions, configs, nics } = hardware;
  return {
    host: [
      {
        ...host,
        id: 'host',
        state: 'running',
        managementService: 'running',
        powerOnToken: null,
        startedAt: startAt,
        dateOffsetMs: 0,
        settings: newHostSettings,
        absentNics: [],
      },
    ],
    platform: [
      {
        ...platform,
        id: 'platform',
        storedFirmware: platform.firmware,
        storedHardware: platform.hardware,
      },
    ],
    function: functions,
    config: configs,
    imported:
      host.origin === 'lspci'
        ? [{ id: 'imported', firmware: platform.firmware, hardware: platform.hardware, functions, configs }]
        : [],
    nic: nics.map((nic) => ({ ...nic, ...freshNic(nic.nicSwitch) })),
    vf: [],
    switch: [],
    vm: [],
    adapter: [],
    disk: [],
  };
}
