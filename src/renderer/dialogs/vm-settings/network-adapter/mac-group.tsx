/** The group `MAC address`: dynamic or static, and whether the guest may use others. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { CheckField } from '../../../forms/check-field';
import { GroupBox } from '../../../forms/group-box';
import { MacField } from '../../../forms/mac-field';
import { RadioChoices } from '../../../forms/radio-choices';
import { networkAdapter as text } from '../../../text/en/network-adapter';
import { errorOf } from '../settings-page';
import type { GroupProps } from './vlan-group';

const useStyles = makeStyles({ boxes: { paddingLeft: '22px' } });

export interface MacGroupProps extends GroupProps {
  /** Why the address cannot be changed now; undefined when it can. */
  readonly fixed: string | undefined;
}

export function MacGroup({ value, problem, onEdit, fixed }: MacGroupProps): ReactNode {
  const styles = useStyles();
  return (
    <GroupBox caption={text.macGroup}>
      <RadioChoices
        label={text.macGroup}
        value={value.staticMac ? 'static' : 'dynamic'}
        choices={[
          { value: 'dynamic', label: text.macDynamic },
          { value: 'static', label: text.macStatic },
        ]}
        disabledReason={fixed}
        onChange={(choice) => {
          onEdit({ staticMac: choice === 'static' });
        }}
      />
      <div className={styles.boxes}>
        <MacField
          label={text.macGroup}
          unlabelled
          value={value.macAddress}
          error={errorOf(problem, 'macAddress')}
          disabledReason={fixed ?? (value.staticMac ? undefined : text.macChosen)}
          onChange={(macAddress) => {
            onEdit({ macAddress });
          }}
        />
      </div>
      <div>{text.spoofingText}</div>
      <CheckField
        label={text.enableSpoofing}
        value={value.macSpoofing}
        error={errorOf(problem, 'macSpoofing')}
        onChange={(macSpoofing) => {
          onEdit({ macSpoofing });
        }}
      />
    </GroupBox>
  );
}
