/** The tab Advanced: the driver's properties at the left, the value of the chosen one at the right. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { Nic } from '../../../shared/model/nic';
import { GroupBox } from '../../forms/group-box';
import { useListBoxStyles } from '../../forms/list-box';
import { NumberField } from '../../forms/number-field';
import { SelectField } from '../../forms/select-field';
import { SimulatorMark } from '../../forms/simulator-mark';
import { nicProperties as text } from '../../text/en/devices';
import { advancedProperties, labelOf } from './advanced-properties';
import type { AdvancedProperty, PropertyName } from './advanced-properties';
import type { Problem } from './nic-draft';
import type { NicSheet } from './use-nic-properties';

const useStyles = makeStyles({
  intro: { margin: 0 },
  columns: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '16px' },
  left: { display: 'flex', flexDirection: 'column', gap: '4px' },
  list: { height: '148px', overflowY: 'auto', padding: '2px' },
  vfs: { display: 'flex', alignItems: 'start', gap: '8px', justifyContent: 'space-between' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface PropertyListProps {
  readonly properties: readonly AdvancedProperty[];
  readonly chosen: PropertyName;
  readonly onChoose: (name: PropertyName) => void;
}

function PropertyList({ properties, chosen, onChoose }: PropertyListProps): ReactNode {
  const styles = useStyles();
  const box = useListBoxStyles();
  const id = useId();
  return (
    <div className={styles.left}>
      <label htmlFor={id}>{text.property}</label>
      <select
        id={id}
        className={mergeClasses(box.list, styles.list)}
        size={7}
        value={chosen}
        onChange={(event) => {
          const next = properties[event.target.selectedIndex];
          if (next !== undefined) onChoose(next.name);
        }}
      >
        {properties.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

const hints: Readonly<Partial<Record<PropertyName, string>>> = text.hints;

interface ValueFieldProps {
  readonly property: AdvancedProperty;
  readonly sheet: NicSheet;
  readonly obstacle: string | undefined;
}

function ValueField({ property, sheet, obstacle }: ValueFieldProps): ReactNode {
  const { problem, properties } = sheet;
  return (
    <SelectField
      // Another property is another list, with a refusal of its own.
      key={property.name}
      label={text.value}
      layout="above"
      value={labelOf(property, properties) ?? ''}
      choices={property.choices.map(({ label }) => ({ value: label, label }))}
      disabledReason={obstacle}
      hint={hints[property.name]}
      error={problem?.field === property.name ? problem.message : undefined}
      onChange={(label) => {
        const choice = property.choices.find((each) => each.label === label);
        if (choice !== undefined) sheet.edit(choice.set);
      }}
    />
  );
}

export interface AdvancedTabProps {
  readonly nic: Nic;
  readonly sheet: NicSheet;
  /** Why nothing can be changed now. */
  readonly obstacle: string | undefined;
}

/** The property whose value shows: a refused one until the user chooses another. */
function useChosen(
  properties: readonly AdvancedProperty[],
  problem: Problem | null,
): readonly [AdvancedProperty | undefined, (name: PropertyName) => void] {
  const [choice, setChoice] = useState<{
    readonly name: PropertyName;
    readonly problem: Problem | null;
  } | null>(null);
  const of = (name: string | null | undefined): AdvancedProperty | undefined =>
    properties.find((each) => each.name === name);
  const refused = choice?.problem === problem ? undefined : of(problem?.field);
  const choose = (name: PropertyName): void => {
    setChoice({ name, problem });
  };
  return [refused ?? of(choice?.name) ?? properties[0], choose];
}

export function AdvancedTab({ nic, sheet, obstacle }: AdvancedTabProps): ReactNode {
  const styles = useStyles();
  const { problem } = sheet;
  const properties = advancedProperties(nic);
  const [property, choose] = useChosen(properties, problem);
  if (property === undefined) return null;
  const most = nic.nicSwitch?.maxVfs ?? 0;
  return (
    <>
      <p className={styles.intro}>{text.advancedIntro}</p>
      <div className={styles.columns}>
        <PropertyList properties={properties} chosen={property.name} onChoose={choose} />
        <ValueField property={property} sheet={sheet} obstacle={obstacle} />
      </div>
      {nic.sriovDriver && most > 0 && (
        <GroupBox caption={text.nicSwitch}>
          <div className={styles.vfs}>
            <NumberField
              label={text.numVfs}
              width="80px"
              min={0}
              max={most}
              value={sheet.properties.numVfs}
              hint={text.numVfsHint(most)}
              disabledReason={obstacle}
              error={problem?.field === 'numVfs' ? problem.message : undefined}
              onChange={(numVfs) => {
                sheet.edit({ numVfs });
              }}
            />
            <SimulatorMark what={text.numVfsMark} />
          </div>
        </GroupBox>
      )}
      <p className={styles.note}>{text.restarts}</p>
    </>
  );
}
