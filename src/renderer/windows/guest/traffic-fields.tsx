/** The fields of a traffic profile, side by side. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PortGuard } from '../../../shared/model/port-guard';
import type { TrafficProfile } from '../../../shared/model/traffic';
import { NumberField } from '../../forms/number-field';
import { SelectField } from '../../forms/select-field';
import { guestWindow as text } from '../../text/en/guest';
import { guestView as view } from '../../text/en/guest-view';
import { useApplications } from './use-applications';
import { trafficLimits, validateTraffic } from './traffic-value';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1.5fr) minmax(0, 1fr) repeat(3, minmax(0, 1.2fr))',
    gap: '8px',
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1' },
});

export interface TrafficFieldsProps {
  readonly value: TrafficProfile;
  readonly set: (patch: Partial<TrafficProfile>) => void;
  /** What of the port would drop this traffic; null when nothing would. */
  readonly guard: PortGuard | null;
}

const senders = Object.keys(text.senders) as TrafficProfile['sender'][];

/** Each field says itself what is wrong with it. */
export function TrafficFields({ value, set, guard }: TrafficFieldsProps): ReactNode {
  const styles = useStyles();
  const applications = useApplications(value);
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
        label={view.application}
        layout="above"
        value={value.application}
        choices={applications.map(({ application }) => ({
          value: application,
          label: view.applications[application],
        }))}
        onChange={(application) => {
          const chosen = applications.find((each) => each.application === application);
          // What somebody has made up stays: there is nothing to propose for it.
          if (chosen !== undefined) set(application === 'custom' ? { application } : chosen.profile);
        }}
      />
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
      <div className={styles.wide}>
        <SelectField
          label={text.sender}
          layout="above"
          width="200px"
          value={value.sender}
          choices={senders.map((sender) => ({ value: sender, label: text.senders[sender] }))}
          hint={guard === null ? undefined : text.dropped[guard]}
          onChange={(sender) => {
            set({ sender });
          }}
        />
      </div>
    </div>
  );
}
