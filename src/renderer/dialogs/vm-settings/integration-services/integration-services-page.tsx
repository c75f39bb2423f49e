/** The page `Integration Services`: what the guest is offered. */
import { makeStyles } from '@fluentui/react-components';
import { PlugConnected16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Vm } from '../../../../shared/model/vm';
import { CheckField } from '../../../forms/check-field';
import { GroupBox } from '../../../forms/group-box';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import { integrationServicesPage as text } from '../../../text/en/vm-pages';
import type { SettingsDraft } from '../settings-draft';
import type { PageView, SettingsPage } from '../settings-page';
import { valueOfVm, withVmEdit } from '../vm-value';
import { integrationServicesPageId, offered, services } from './integration-services-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  boxes: { display: 'flex', flexDirection: 'column' },
});

interface ServicesPageProps extends PageView {
  readonly vm: Vm;
  readonly draft: SettingsDraft;
}

/** Services can be offered and withdrawn in every state of the VM. */
function ServicesPage({ vm, draft, change }: ServicesPageProps): ReactNode {
  const styles = useStyles();
  const { integrationServices } = valueOfVm(vm, draft);
  return (
    <div className={styles.page}>
      <div>{text.intro}</div>
      <GroupBox caption={text.services}>
        <div className={styles.boxes}>
          {services.map((service) => (
            <CheckField
              key={service}
              label={text.names[service]}
              value={integrationServices[service]}
              onChange={(offers) => {
                const next = { ...integrationServices, [service]: offers };
                change(withVmEdit(draft, { integrationServices: next }));
              }}
            />
          ))}
        </div>
        <NoEffectMark what={text.mark}>{text.simulated}</NoEffectMark>
      </GroupBox>
    </div>
  );
}

export function integrationServicesPage(vm: Vm, draft: SettingsDraft): SettingsPage {
  return {
    id: integrationServicesPageId,
    label: text.title,
    detail: offered(valueOfVm(vm, draft).integrationServices),
    icon: <PlugConnected16Regular />,
    draw: (view) => <ServicesPage vm={vm} draft={draft} {...view} />,
  };
}
