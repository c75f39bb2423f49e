/** The pages on which something is chosen. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { memoryStepMb } from '../../../shared/model/memory';
import { CheckField } from '../../forms/check-field';
import { NumberField } from '../../forms/number-field';
import { RadioChoices } from '../../forms/radio-choices';
import { SelectField } from '../../forms/select-field';
import { TextField } from '../../forms/text-field';
import { wizard as text } from '../../text/en/wizard';
import { memoryLimits } from './wizard-errors';
import type { WizardErrors } from './wizard-errors';
import { withGeneration } from './wizard-value';
import type { WizardHost, WizardValue } from './wizard-value';

export interface PageProps {
  readonly value: WizardValue;
  readonly set: (patch: Partial<WizardValue>) => void;
  readonly errors: WizardErrors;
}

const useStyles = makeStyles({
  paragraph: { margin: 0 },
  list: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
  bottom: { marginTop: 'auto' },
  indented: { paddingLeft: '22px' },
  info: { display: 'flex', gap: '8px', '& svg': { flexShrink: 0, color: tokens.colorBrandForeground1 } },
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

/** `Specify Name and Location`. */
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
      <p className={styles.paragraph}>{text.name.folders}</p>
      <div>
        <CheckField
          label={text.name.storeElsewhere}
          value={value.storeElsewhere}
          onChange={(storeElsewhere) => {
            set({ storeElsewhere });
          }}
        />
        <div className={styles.indented} title={value.location}>
          <TextField
            label={text.name.location}
            labelWidth="56px"
            maxLength={260}
            value={value.location}
            error={errors.location}
            disabledReason={value.storeElsewhere ? undefined : text.name.needsBox}
            onChange={(location) => {
              set({ location });
            }}
          />
        </div>
      </div>
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
          set(withGeneration(value, generation === '1' ? 1 : 2));
        }}
      />
      <p className={styles.note}>{text.generation.final}</p>
    </>
  );
}

/** `Assign Memory`. */
export function MemoryPage({ value, set, errors }: PageProps): ReactNode {
  const styles = useStyles();
  const { minimum, maximum } = memoryLimits(value);
  return (
    <>
      <p className={styles.paragraph}>{text.memory.intro(minimum, maximum)}</p>
      <NumberField
        label={text.memory.label}
        unit={text.memory.unit}
        width="180px"
        step={memoryStepMb}
        min={minimum}
        max={maximum}
        value={value.startupMemoryMb}
        error={errors.startupMemoryMb}
        onChange={(startupMemoryMb) => {
          set({ startupMemoryMb });
        }}
      />
      <CheckField
        label={text.memory.dynamic}
        value={value.dynamicMemory}
        onChange={(dynamicMemory) => {
          set({ dynamicMemory });
        }}
      />
      <div className={styles.info}>
        <Info16Regular aria-hidden />
        <span>{text.memory.advice}</span>
      </div>
    </>
  );
}

export interface HostPageProps extends PageProps {
  readonly host: WizardHost;
}

/** `Configure Networking`. */
export function NetworkPage({ value, set, errors, host }: HostPageProps): ReactNode {
  const styles = useStyles();
  const { switches } = host;
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
