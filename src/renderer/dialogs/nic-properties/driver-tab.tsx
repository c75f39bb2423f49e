/** The tab Driver: what is installed, and the switch of the device. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { isDisabled } from '../../../shared/model/device-status';
import type { Nic } from '../../../shared/model/nic';
import type { PcieFunction } from '../../../shared/model/pcie';
import { Facts } from '../../forms/facts';
import type { Fact } from '../../forms/facts';
import { GroupBox } from '../../forms/group-box';
import { RadioChoices } from '../../forms/radio-choices';
import { ReasonedButton } from '../../forms/reasoned-button';
import { SimulatorMark } from '../../forms/simulator-mark';
import { toggleNic } from '../../menus/nic-actions';
import { nicProperties as text } from '../../text/en/devices';
import type { NicSheet } from './use-nic-properties';

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground3 },
  row: { display: 'flex', alignItems: 'center', gap: '12px' },
  group: { display: 'flex', alignItems: 'start', justifyContent: 'space-between', gap: '8px' },
});

/** A host made from a Linux listing names Linux' driver, which Windows does not have. */
function windowsFile(name: string | null | undefined): string {
  return name != null && name.endsWith('.sys') ? name : text.driverUnknown;
}

function driverFacts(nic: Nic, fn: PcieFunction | undefined): readonly Fact[] {
  const vf: readonly Fact[] =
    nic.nicSwitch === null ? [] : [[text.vfDriverFile, windowsFile(nic.nicSwitch.vfDriver)]];
  return [
    [text.driverFile, windowsFile(fn?.driver)],
    [text.driverSriov, nic.sriovDriver ? text.yes : text.no],
    ...vf,
  ];
}

export interface DriverTabProps {
  readonly nic: Nic;
  readonly fn: PcieFunction | undefined;
  readonly sheet: NicSheet;
  /** Why nothing can be changed now. */
  readonly obstacle: string | undefined;
}

export function DriverTab({ nic, fn, sheet, obstacle }: DriverTabProps): ReactNode {
  const styles = useStyles();
  const disabled = isDisabled(nic);
  const { problem } = sheet;
  const noSriov = nic.nicSwitch === null ? text.noSriovDriver : undefined;
  return (
    <>
      <Facts facts={driverFacts(nic, fn)} />
      <p className={styles.note}>{text.noVersion}</p>
      <div className={styles.row}>
        <ReasonedButton
          reason={obstacle}
          onPress={() => {
            if (obstacle === undefined) toggleNic(nic);
          }}
        >
          {disabled ? text.enableDevice : text.disableDevice}
        </ReasonedButton>
        <span>{disabled ? text.enableWhat : text.disableWhat}</span>
      </div>
      <GroupBox caption={text.installed}>
        <div className={styles.group}>
          <RadioChoices
            label={text.installed}
            value={sheet.sriovDriver ? 'with' : 'without'}
            choices={[
              { value: 'with', label: text.withSriov, disabledReason: noSriov },
              { value: 'without', label: text.withoutSriov },
            ]}
            disabledReason={obstacle}
            error={problem?.field === 'sriovDriver' ? problem.message : undefined}
            onChange={(choice) => {
              sheet.install(choice === 'with');
            }}
          />
          <SimulatorMark what={text.installedMark} />
        </div>
      </GroupBox>
    </>
  );
}
