/** The group `Bandwidth Management` of a network adapter. */
import type { ReactNode } from 'react';
import { CheckField } from '../../../forms/check-field';
import { GroupBox } from '../../../forms/group-box';
import { NumberField } from '../../../forms/number-field';
import { networkAdapter as text } from '../../../text/en/network-adapter';
import { errorOf } from '../settings-page';
import type { GroupProps } from './vlan-group';

export function BandwidthGroup({ value, problem, onEdit }: GroupProps): ReactNode {
  const disabledReason = value.bandwidth ? undefined : text.bandwidthNeedsBox;
  const shared = { min: 0, max: 1_000_000, unit: text.mbps, labelWidth: '140px', width: '140px' };
  return (
    <GroupBox caption={text.bandwidthGroup}>
      <CheckField
        label={text.enableBandwidth}
        value={value.bandwidth}
        onChange={(bandwidth) => {
          onEdit({ bandwidth });
        }}
      />
      <div>{text.bandwidthText}</div>
      <NumberField
        {...shared}
        label={text.minimumBandwidth}
        value={value.minimumMbps}
        error={errorOf(problem, 'minimumMbps')}
        disabledReason={disabledReason}
        onChange={(minimumMbps) => {
          onEdit({ minimumMbps });
        }}
      />
      <NumberField
        {...shared}
        label={text.maximumBandwidth}
        value={value.maximumMbps}
        error={errorOf(problem, 'maximumMbps')}
        disabledReason={disabledReason}
        onChange={(maximumMbps) => {
          onEdit({ maximumMbps });
        }}
      />
      <div>{text.unrestricted}</div>
    </GroupBox>
  );
}
