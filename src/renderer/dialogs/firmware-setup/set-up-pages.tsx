/** The pages of firmware and boot configuration. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FirmwareSettings, Platform } from '../../../shared/model/platform';
import { CheckField } from '../../forms/check-field';
import { SelectField } from '../../forms/select-field';
import { firmware as text } from '../../text/en/firmware';
import { settingState } from './firmware-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '4px' },
  line: { margin: '8px 0 0' },
  command: {
    display: 'block',
    margin: '4px 0 0',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    userSelect: 'text',
  },
});

export interface SetUpPageProps {
  readonly platform: Platform;
  readonly value: FirmwareSettings;
  readonly onChange: (patch: Partial<FirmwareSettings>) => void;
}

const switches = Object.keys(text.switches) as (keyof typeof text.switches)[];

/** Every switch of the set-up, and the firmware's version. */
export function SettingsPage({ platform, value, onChange }: SetUpPageProps): ReactNode {
  const styles = useStyles();
  const { firmware } = platform;
  return (
    <div className={styles.page}>
      {switches.map((name) => (
        <CheckField
          key={name}
          label={text.switches[name].label}
          hint={`${text.switches[name].hint} ${settingState(text.enabled(firmware[name]), text.enabled(value[name]))}`}
          value={value[name]}
          onChange={(on) => {
            onChange({ [name]: on });
          }}
        />
      ))}
      <SelectField
        label={text.version}
        width="220px"
        hint={`${text.versionHint} ${settingState(text.versions[firmware.version], text.versions[value.version])}`}
        value={value.version}
        choices={[
          { value: 'current', label: text.versions.current },
          { value: 'faulty', label: text.versions.faulty },
        ]}
        onChange={(version) => {
          onChange({ version });
        }}
      />
    </div>
  );
}

/** What Windows' boot loader is told. */
export function BootPage({ platform, value, onChange }: SetUpPageProps): ReactNode {
  const styles = useStyles();
  const policy = value.hypervisorIommuPolicy;
  const inForce = text.policies[platform.firmware.hypervisorIommuPolicy];
  return (
    <div className={styles.page}>
      <SelectField
        label={text.policy}
        width="220px"
        hint={`${text.policyHint} ${settingState(inForce, text.policies[policy])}`}
        value={policy}
        choices={[
          { value: 'default', label: text.policies.default },
          { value: 'disable', label: text.policies.disable },
        ]}
        onChange={(hypervisorIommuPolicy) => {
          onChange({ hypervisorIommuPolicy });
        }}
      />
      <p className={styles.line}>{text.policyCommand}</p>
      <code className={styles.command}>{text.policyLine(policy)}</code>
    </div>
  );
}
