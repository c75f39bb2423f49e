/** The page `Hardware Acceleration`: what the adapter may leave to a physical one. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { WorldView } from '../../../shared/model/world-view';
import { CheckField } from '../../forms/check-field';
import { GroupBox } from '../../forms/group-box';
import { vmSettings as text } from '../../text/en/vm-settings';
import { IovOutlook } from './iov-outlook-note';
import type { AdapterPage, AdapterValue, Problem, SettingsField } from './settings-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

export interface AccelerationPageProps {
  readonly world: WorldView;
  readonly page: AdapterPage;
  /** What is wrong on this page; null if nothing is. */
  readonly problem: Problem | null;
  readonly onEdit: (patch: Partial<AdapterValue>) => void;
}

/** Both boxes can be changed while the VM runs, and before the adapter exists. */
export function AccelerationPage({ world, page, problem, onEdit }: AccelerationPageProps): ReactNode {
  const styles = useStyles();
  const { before, value } = page;
  const error = (field: SettingsField): string | undefined =>
    problem?.field === field ? problem.message : undefined;
  return (
    <div className={styles.page}>
      <div>{text.accelerationIntro}</div>
      <GroupBox caption={text.vmq}>
        <div>{text.vmqText}</div>
        <CheckField
          label={text.enableVmq}
          value={value.vmq}
          error={error('vmq')}
          onChange={(vmq) => {
            onEdit({ vmq });
          }}
        />
      </GroupBox>
      <GroupBox caption={text.sriov}>
        <div>{text.sriovText}</div>
        <div>{text.sriovFallback}</div>
        <CheckField
          label={text.enableSriov}
          value={value.iov}
          error={error('iov')}
          onChange={(iov) => {
            onEdit({ iov });
          }}
        />
        {before !== null && <IovOutlook world={world} before={before} value={value} />}
      </GroupBox>
    </div>
  );
}
