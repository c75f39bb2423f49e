/** The group `VLAN ID` of a virtual switch: the management operating system's VLAN. */
import type { ReactNode } from 'react';
import { CheckField } from '../../forms/check-field';
import { GroupBox } from '../../forms/group-box';
import { NumberField } from '../../forms/number-field';
import { switchManager as text } from '../../text/en/switch-manager';
import { sharesWithHost } from './switch-draft';
import type { SwitchPageProps } from './switch-page';

export function VlanGroup({
  page,
  problem,
  onEdit,
}: Pick<SwitchPageProps, 'page' | 'problem' | 'onEdit'>): ReactNode {
  const { value } = page;
  const off = sharesWithHost(value) ? undefined : text.vlanNeedsHost;
  return (
    <GroupBox caption={text.vlanGroup}>
      <CheckField
        label={text.enableVlan}
        value={value.vlan}
        disabledReason={off}
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
        error={problem?.field === 'vlanId' ? problem.message : undefined}
        disabledReason={off ?? (value.vlan ? undefined : text.vlanNeedsBox)}
        onChange={(vlanId) => {
          onEdit({ vlanId });
        }}
      />
    </GroupBox>
  );
}
