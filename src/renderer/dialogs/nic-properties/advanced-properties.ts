/** The Advanced tab as a table: which properties the adapter's driver offers, and their values. */
import { offersSpeed } from '../../../shared/model/nic';
import type { Nic, NicProperties } from '../../../shared/model/nic';
import { nicProperties as text } from '../../text/en/devices';

export type PropertyName = keyof typeof text.names;

export interface PropertyChoice {
  readonly label: string;
  /** What the choice sets. */
  readonly set: Partial<NicProperties>;
}

export interface AdvancedProperty {
  readonly name: PropertyName;
  readonly label: string;
  readonly choices: readonly PropertyChoice[];
}

function onOff(name: 'rss' | 'sriov' | 'vmq'): readonly PropertyChoice[] {
  return [
    { label: text.disabled, set: { [name]: false } },
    { label: text.enabled, set: { [name]: true } },
  ];
}

const jumbo: readonly PropertyChoice[] = [
  { label: text.disabled, set: { jumboPacket: 1514 } },
  { label: text.jumbo(4088), set: { jumboPacket: 4088 } },
  { label: text.jumbo(9014), set: { jumboPacket: 9014 } },
];

const speedNames = Object.keys(text.speeds) as NicProperties['speedDuplex'][];

function speeds(nic: Nic): readonly PropertyChoice[] {
  return speedNames
    .filter((speed) => offersSpeed(nic, speed))
    .map((speed) => ({ label: text.speeds[speed], set: { speedDuplex: speed } }));
}

/** In the order of their names, as the tab sorts them; only what hardware and installed driver have. */
export function advancedProperties(nic: Nic): readonly AdvancedProperty[] {
  const property = (name: PropertyName, choices: readonly PropertyChoice[]): AdvancedProperty => ({
    name,
    label: text.names[name],
    choices,
  });
  return [
    property('jumboPacket', jumbo),
    property('rss', onOff('rss')),
    property('speedDuplex', speeds(nic)),
    ...(nic.sriovDriver ? [property('sriov', onOff('sriov'))] : []),
    ...(nic.vmqQueues > 0 ? [property('vmq', onOff('vmq'))] : []),
  ];
}

/** The label of the present value; undefined for a value that the driver does not offer. */
export function labelOf(property: AdvancedProperty, value: NicProperties): string | undefined {
  return property.choices.find(({ set }) => set[property.name] === value[property.name])?.label;
}
