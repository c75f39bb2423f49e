/** The group `VLAN ID` of a network adapter: access mode, the only one that this dialog can set. */
import type { ReactNode } from 'react';
import { CheckField } from '../../../forms/check-field';
import { GroupBox } from '../../../forms/group-box';
import { NumberField } from '../../../forms/number-field';
import { networkAdapter as text } from '../../../text/en/network-adapter';
import { errorOf } from '../settings-page';
import type { AdapterPageProps } from './adapter-pages';
import type { AdapterValue } from './adapter-value';

/** What a group of a page needs: the values and who is told of changes. */
export interface GroupProps extends Pick<AdapterPageProps, 'problem' | 'onEdit'> {
  readonly value: AdapterValue;
}

export function VlanGroup({ value, problem, onEdit }: GroupProps): ReactNode {
  return (
    <GroupBox caption={text.vlanGroup}>
      <CheckField
        label={text.enableVlan}
        value={value.vlan}
        error={errorOf(problem, 'vlan')}
        onChange={(vlan) => {
          onEdit({ vlan });
        }}
      />
      <div>{text.vlanId}</div>
      <NumberField
        label={text.vlanId}
        unlabelled
        min={1}
        max={4094}
        value={value.vlanId}
        error={errorOf(problem, 'vlanId')}
        disabledReason={value.vlan ? undefined : text.vlanNeedsBox}
        onChange={(vlanId) => {
          onEdit({ vlanId });
        }}
      />
    </GroupBox>
  );
}
