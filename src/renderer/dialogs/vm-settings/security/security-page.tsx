/** The page `Security` of generation 2: Secure Boot, Trusted Platform Module, encryption, shielding. */
import { makeStyles } from '@fluentui/react-components';
import { Shield16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { SecureBootTemplate, VmSecurity } from '../../../../shared/model/vm-security';
import type { Vm } from '../../../../shared/model/vm';
import { CheckField } from '../../../forms/check-field';
import { GroupBox } from '../../../forms/group-box';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import { SelectField } from '../../../forms/select-field';
import { securityPage as text } from '../../../text/en/vm-security';
import { vmSettings } from '../../../text/en/vm-settings';
import type { SettingsDraft } from '../settings-draft';
import type { SettingsPage } from '../settings-page';
import type { PageView } from '../settings-page';
import { valueOfVm, withVmEdit } from '../vm-value';
import { securityPageId, withShielding } from './security-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  boxes: { display: 'flex', flexDirection: 'column' },
});

interface GroupProps {
  readonly value: VmSecurity;
  readonly set: (security: VmSecurity) => void;
  /** Why nothing can be changed now; undefined when it can. */
  readonly off: string | undefined;
}

const templateChoices = (Object.entries(text.templates) as [SecureBootTemplate, string][]).map(
  ([value, label]) => ({ value, label }),
);

function SecureBootGroup({ value, set, off }: GroupProps): ReactNode {
  return (
    <GroupBox caption={text.secureBoot}>
      <div>{text.secureBootIntro}</div>
      <CheckField
        label={text.enableSecureBoot}
        value={value.secureBoot}
        disabledReason={off ?? (value.shielded ? text.enforced : undefined)}
        onChange={(secureBoot) => {
          set({ ...value, secureBoot });
        }}
      />
      <SelectField
        label={text.template}
        labelWidth="72px"
        choices={templateChoices}
        value={value.secureBootTemplate}
        disabledReason={off ?? (value.secureBoot ? undefined : text.needsSecureBoot)}
        onChange={(secureBootTemplate) => {
          set({ ...value, secureBootTemplate });
        }}
      />
    </GroupBox>
  );
}

function EncryptionGroup({ value, set, off }: GroupProps): ReactNode {
  const styles = useStyles();
  const disabledReason = off ?? (value.shielded ? text.enforced : undefined);
  return (
    <GroupBox caption={text.encryption}>
      <div className={styles.boxes}>
        <CheckField
          label={text.enableTpm}
          value={value.tpm}
          disabledReason={disabledReason}
          onChange={(tpm) => {
            set({ ...value, tpm });
          }}
        />
        <CheckField
          label={text.encrypt}
          value={value.encryptStateAndMigration}
          disabledReason={disabledReason}
          onChange={(encryptStateAndMigration) => {
            set({ ...value, encryptStateAndMigration });
          }}
        />
      </div>
    </GroupBox>
  );
}

function SecurityPage(props: GroupProps): ReactNode {
  const styles = useStyles();
  const { value, set, off } = props;
  return (
    <div className={styles.page}>
      <SecureBootGroup {...props} />
      <EncryptionGroup {...props} />
      <GroupBox caption={text.policy}>
        <div>{text.policyIntro}</div>
        <CheckField
          label={text.enableShielding}
          value={value.shielded}
          hint={text.shieldingHint}
          disabledReason={off}
          onChange={(shielded) => {
            set(withShielding(value, shielded));
          }}
        />
      </GroupBox>
      <NoEffectMark what={text.mark} />
    </div>
  );
}

/** No page for generation 1. */
export function securityPages(vm: Vm, draft: SettingsDraft): readonly SettingsPage[] {
  const { security } = valueOfVm(vm, draft);
  if (security === null) return [];
  const off = vm.state === 'Off' ? undefined : vmSettings.needsOff;
  return [
    {
      id: securityPageId,
      label: text.title,
      detail: security.secureBoot ? text.detailOn : text.detailOff,
      icon: <Shield16Regular />,
      draw: ({ change }: PageView) => (
        <SecurityPage
          value={security}
          off={off}
          set={(next) => {
            change(withVmEdit(draft, { security: next }));
          }}
        />
      ),
    },
  ];
}
