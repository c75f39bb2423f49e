/** The four fields of a traffic profile, side by side. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { TrafficProfile } from '../../../shared/model/traffic';
import { NumberField } from '../../forms/number-field';
import { SelectField } from '../../forms/select-field';
import { connect as text } from '../../text/en/connect';
import { trafficLimits, validateTraffic } from './traffic-value';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    gap: '8px',
    alignItems: 'start',
  },
});

export interface TrafficFieldsProps {
  readonly value: TrafficProfile;
  readonly set: (patch: Partial<TrafficProfile>) => void;
}

/** Each field says itself what is wrong with it. */
export function TrafficFields({ value, set }: TrafficFieldsProps): ReactNode {
  const styles = useStyles();
  const errors = validateTraffic(value);
  const number = (
    label: string,
    field: keyof typeof errors,
    limits: { readonly min: number; readonly max: number; readonly step: number },
  ): ReactNode => (
    <NumberField
      label={label}
      layout="above"
      width="100%"
      {...limits}
      value={value[field]}
      error={errors[field]}
      onChange={(entered) => {
        set({ [field]: entered });
      }}
    />
  );
  const rate = { min: 0, max: trafficLimits.mbps, step: 100 };
  const bytes = { min: trafficLimits.smallestPacket, max: trafficLimits.largestPacket, step: 1 };
  return (
    <div className={styles.fields}>
      <SelectField
        label={text.protocol}
        layout="above"
        value={value.protocol}
        choices={[
          { value: 'tcp', label: text.protocols.tcp },
          { value: 'udp', label: text.protocols.udp },
        ]}
        onChange={(protocol) => {
          set({ protocol });
        }}
      />
      {number(text.send, 'sendMbps', rate)}
      {number(text.receive, 'receiveMbps', rate)}
      {number(text.packet, 'packetBytes', bytes)}
    </div>
  );
}
