/** The page `Quality of Service` of a hard drive. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { canChangeMedia } from '../../../../shared/model/storage';
import { CheckField } from '../../../forms/check-field';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import { NumberField } from '../../../forms/number-field';
import { drivePage, qualityOfServicePage as text } from '../../../text/en/vm-storage';
import { errorOf } from '../settings-page';
import type { DrivePageProps } from './controller-pages';
import { mostIops } from './drive-commands';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

export function QualityOfServicePage({ vm, drive, problem, onEdit }: DrivePageProps): ReactNode {
  const styles = useStyles();
  const { limited, minimumIops, maximumIops } = drive.value;
  const fixed = canChangeMedia(vm) ? undefined : drivePage.needsOffOrRunning;
  const disabledReason = fixed ?? (limited ? undefined : text.needsBox);
  const shared = { min: 0, max: mostIops, unit: text.iops, labelWidth: '88px', width: '160px' };
  return (
    <div className={styles.page}>
      <div>{text.intro}</div>
      <CheckField
        label={text.enable}
        value={limited}
        disabledReason={fixed}
        onChange={(next) => {
          onEdit({ limited: next });
        }}
      />
      <NumberField
        {...shared}
        label={text.minimum}
        value={minimumIops}
        error={errorOf(problem, 'minimumIops')}
        disabledReason={disabledReason}
        onChange={(next) => {
          onEdit({ minimumIops: next });
        }}
      />
      <NumberField
        {...shared}
        label={text.maximum}
        value={maximumIops}
        error={errorOf(problem, 'maximumIops')}
        disabledReason={disabledReason}
        onChange={(next) => {
          onEdit({ maximumIops: next });
        }}
      />
      <div>{text.zero}</div>
      <NoEffectMark what={text.mark} />
    </div>
  );
}
