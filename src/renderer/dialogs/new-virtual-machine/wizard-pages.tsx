/** The pages on which something is chosen. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { VirtualSwitch } from '../../../shared/model/switch';
import { CheckField } from '../../forms/check-field';
import { NumberField } from '../../forms/number-field';
import { RadioChoices } from '../../forms/radio-choices';
import { SelectField } from '../../forms/select-field';
import { TextField } from '../../forms/text-field';
import { wizard as text } from '../../text/en/wizard';
import { memoryLimits } from './wizard-value';
import type { WizardErrors, WizardValue } from './wizard-value';

export interface PageProps {
  readonly value: WizardValue;
  readonly set: (patch: Partial<WizardValue>) => void;
  readonly errors: WizardErrors;
}

const useStyles = makeStyles({
  paragraph: { margin: 0 },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  bottom: { marginTop: 'auto' },
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** `Before You Begin`. */
export function BeginPage(props: {
  readonly skip: boolean;
  readonly onSkip: (skip: boolean) => void;
}): ReactNode {
  const styles = useStyles();
  return (
    <>
      <p className={styles.paragraph}>{text.begin.intro}</p>
      <p className={styles.paragraph}>{text.begin.choices}</p>
      <ul className={styles.list}>
        <li>{text.begin.finish}</li>
        <li>{text.begin.next}</li>
      </ul>
      <div className={styles.bottom}>
        <CheckField label={text.begin.skip} value={props.skip} onChange={props.onSkip} />
      </div>
    </>
  );
}

/** `Specify Name and Location`, of which there is only the name. */
export function NamePage({ value, set, errors }: PageProps): ReactNode {
  const styles = useStyles();
  return (
    <>
      <p className={styles.paragraph}>{text.name.intro}</p>
      <p className={styles.paragraph}>{text.name.purpose}</p>
      <TextField
        label={text.name.label}
        labelWidth="56px"
        value={value.name}
        error={errors.name}
        onChange={(name) => {
          set({ name });
        }}
      />
    </>
  );
}

/** `Specify Generation`. */
export function GenerationPage({ value, set, errors }: PageProps): ReactNode {
  const styles = useStyles();
  return (
    <>
      <p className={styles.paragraph}>{text.generation.intro}</p>
      <RadioChoices
        label={text.generation.label}
        value={value.generation === 1 ? '1' : '2'}
        error={errors.generation}
        choices={[
          { value: '1', label: text.generation.first, hint: text.generation.firstHint },
          { value: '2', label: text.generation.second, hint: text.generation.secondHint },
        ]}
        onChange={(generation) => {
          set({ generation: generation === '1' ? 1 : 2 });
        }}
      />
      <p className={styles.note}>{text.generation.final}</p>
    </>
  );
}

/** `Assign Memory`. */
export function MemoryPage({ value, set, errors }: PageProps): ReactNode {
  const styles = useStyles();
  const { minimum, maximum } = memoryLimits;
  return (
    <>
      <p className={styles.paragraph}>{text.memory.intro(minimum, maximum)}</p>
      <NumberField
        label={text.memory.label}
        unit={text.memory.unit}
        min={minimum}
        max={maximum}
        value={value.startupMemoryMb}
        error={errors.startupMemoryMb}
        onChange={(startupMemoryMb) => {
          set({ startupMemoryMb });
        }}
      />
    </>
  );
}

export interface NetworkPageProps extends PageProps {
  readonly switches: ReadonlyMap<string, VirtualSwitch>;
}

/** `Configure Networking`. */
export function NetworkPage({ value, set, errors, switches }: NetworkPageProps): ReactNode {
  const styles = useStyles();
  const chosen = value.switchId === null ? undefined : switches.get(value.switchId);
  return (
    <>
      <p className={styles.paragraph}>{text.network.intro}</p>
      <SelectField
        label={text.network.label}
        value={value.switchId ?? ''}
        error={errors.switchId}
        hint={chosen?.iovEnabled === true ? text.network.sriovHint : undefined}
        choices={[
          { value: '', label: text.network.notConnected },
          ...[...switches.values()].map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(switchId) => {
          set({ switchId: switchId === '' ? null : switchId });
        }}
      />
    </>
  );
}
