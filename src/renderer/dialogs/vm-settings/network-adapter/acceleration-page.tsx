/** The page `Hardware Acceleration`: what the adapter may leave to a physical one. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CheckField } from '../../../forms/check-field';
import { GroupBox } from '../../../forms/group-box';
import { NumberField } from '../../../forms/number-field';
import { networkAdapter as text } from '../../../text/en/network-adapter';
import { mostSecurityAssociations } from '../../../../shared/model/port-settings';
import { errorOf } from '../settings-page';
import type { AdapterPageProps } from './adapter-pages';
import { IovOutlook } from './iov-outlook-note';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import type { GroupProps } from './vlan-group';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

function IpsecGroup({ value, problem, onEdit }: GroupProps): ReactNode {
  return (
    <GroupBox caption={text.ipsec}>
      <div>{text.ipsecText}</div>
      <div>{text.ipsecFallback}</div>
      <CheckField
        label={text.enableIpsec}
        value={value.ipsec}
        error={errorOf(problem, 'ipsec')}
        onChange={(ipsec) => {
          onEdit({ ipsec });
        }}
      />
      <div>{text.ipsecSelect}</div>
      <NumberField
        label={text.ipsecMaximum}
        width="160px"
        min={1}
        max={mostSecurityAssociations}
        unit={text.ipsecUnit}
        value={value.ipsecMaximumSas}
        error={errorOf(problem, 'ipsecMaximumSas')}
        disabledReason={value.ipsec ? undefined : text.ipsecNeedsBox}
        onChange={(ipsecMaximumSas) => {
          onEdit({ ipsecMaximumSas });
        }}
      />
      <NoEffectMark what={text.ipsecMark} />
    </GroupBox>
  );
}

/** All of it can be changed while the VM runs, and before the adapter exists. */
export function AccelerationPage({ world, adapter, problem, onEdit }: AdapterPageProps): ReactNode {
  const styles = useStyles();
  const { before, value } = adapter;
  return (
    <div className={styles.page}>
      <div>{text.accelerationIntro}</div>
      <GroupBox caption={text.vmq}>
        <div>{text.vmqText}</div>
        <CheckField
          label={text.enableVmq}
          value={value.vmq}
          error={errorOf(problem, 'vmq')}
          onChange={(vmq) => {
            onEdit({ vmq });
          }}
        />
      </GroupBox>
      <IpsecGroup value={value} problem={problem} onEdit={onEdit} />
      <GroupBox caption={text.sriov}>
        <div>{text.sriovText}</div>
        <div>{text.sriovFallback}</div>
        <CheckField
          label={text.enableSriov}
          value={value.iov}
          error={errorOf(problem, 'iov')}
          onChange={(iov) => {
            onEdit({ iov });
          }}
        />
        {before !== null && <IovOutlook world={world} before={before} value={value} />}
      </GroupBox>
    </div>
  );
}
