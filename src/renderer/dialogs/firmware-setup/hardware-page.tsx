/** Processor and chipset: what no set-up can change and a teacher wants to take away all the same. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Platform, PlatformHardware } from '../../../shared/model/platform';
import { CheckField } from '../../forms/check-field';
import { NumberField } from '../../forms/number-field';
import { firmware as text } from '../../text/en/firmware';
import { mmioProblem, partState } from './firmware-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '4px' },
  processor: { margin: '0 0 4px', display: 'flex', gap: '8px' },
  caption: { color: tokens.colorNeutralForeground2 },
  hint: { margin: '0 0 4px', color: tokens.colorNeutralForeground3 },
});

export interface HardwarePageProps {
  readonly platform: Platform;
  readonly value: PlatformHardware;
  readonly onChange: (patch: Partial<PlatformHardware>) => void;
}

const parts = Object.keys(text.parts) as (keyof typeof text.parts)[];

export function HardwarePage({ platform, value, onChange }: HardwarePageProps): ReactNode {
  const styles = useStyles();
  const { hardware, processorName, logicalProcessors } = platform;
  const problem = mmioProblem(value);
  const mmio = (mib: number): string => `${mib} ${text.mmioUnit}`;
  const mmioDraft = problem === undefined ? value.mmioBelow4gMib : hardware.mmioBelow4gMib;
  return (
    <div className={styles.page}>
      <p className={styles.processor}>
        <span className={styles.caption}>{text.processor}</span>
        <span>{text.processorName(processorName, logicalProcessors)}</span>
      </p>
      <p className={styles.hint}>{text.exchangeHint}</p>
      {parts.map((name) => (
        <CheckField
          key={name}
          label={text.parts[name].label}
          hint={`${text.parts[name].hint} ${partState(text.yesNo(hardware[name]), text.yesNo(value[name]))}`}
          value={value[name]}
          onChange={(has) => {
            onChange({ [name]: has });
          }}
        />
      ))}
      <NumberField
        label={text.mmio}
        unit={text.mmioUnit}
        min={1}
        max={3072}
        width="120px"
        error={problem}
        hint={`${text.mmioHint} ${partState(mmio(hardware.mmioBelow4gMib), mmio(mmioDraft))}`}
        value={value.mmioBelow4gMib}
        onChange={(mmioBelow4gMib) => {
          onChange({ mmioBelow4gMib });
        }}
      />
    </div>
  );
}
