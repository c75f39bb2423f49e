/** What a virtual switch is connected to, and whether it does SR-IOV. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { SwitchType } from '../../../shared/model/switch';
import { CheckField } from '../../forms/check-field';
import { GroupBox } from '../../forms/group-box';
import { RadioChoices } from '../../forms/radio-choices';
import type { RadioChoice } from '../../forms/radio-choices';
import { switchManager as text } from '../../text/en/switch-manager';
import { nicChoices } from './nic-choices';
import { NicField } from './nic-field';
import { sriovObstacles } from './sriov-obstacles';
import { SriovWarning } from './sriov-warning';
import type { SwitchField, SwitchPage } from './switch-draft';
import type { SwitchPageProps } from './switch-page';

const useStyles = makeStyles({
  // The list of adapters is as wide as the group, however long a description in it is.
  choices: { '& [role="radiogroup"]': { alignItems: 'stretch' } },
  note: {
    display: 'flex',
    gap: '8px',
    color: tokens.colorNeutralForeground2,
    '& svg': { flexShrink: 0, color: tokens.colorBrandForeground1 },
  },
});

type GroupProps = Omit<SwitchPageProps, 'onRemove'>;

/** Why the first SR-IOV box cannot be changed; undefined when it can. */
export function sriovFixedReason(page: SwitchPage): string | undefined {
  if (page.before !== null) return text.sriovFixed;
  return page.value.type === 'External' ? undefined : text.needsExternal;
}

function External(props: GroupProps): ReactNode {
  const { world, page, problem, onEdit } = props;
  const { value } = page;
  const error = (field: SwitchField): string | undefined =>
    problem?.field === field ? problem.message : undefined;
  const off = value.type === 'External' ? undefined : text.needsExternal;
  const choices = nicChoices(world, props.pages, page);
  const asked = value.type === 'External' && value.iovEnabled ? value.nicId : null;
  return (
    <>
      <NicField
        choices={choices}
        value={value.type === 'External' ? value.nicId : null}
        error={error('nicId')}
        disabledReason={choices.length === 0 ? text.noAdapterOnHost : off}
        onChange={(nicId) => {
          onEdit({ nicId });
        }}
      />
      <CheckField
        label={text.allowManagementOs}
        value={value.type === 'External' && value.allowManagementOs}
        error={error('allowManagementOs')}
        disabledReason={off}
        onChange={(allowManagementOs) => {
          onEdit({ allowManagementOs });
        }}
      />
      <CheckField
        label={text.enableSriov}
        value={value.type === 'External' && value.iovEnabled}
        error={error('iovEnabled')}
        disabledReason={sriovFixedReason(page)}
        onChange={(iovEnabled) => {
          onEdit({ iovEnabled });
        }}
      />
      <SriovWarning reasons={asked === null ? [] : sriovObstacles(world, asked)} />
    </>
  );
}

/** Three radio buttons; what belongs to the external network stands under the first. */
export function ConnectionGroup(props: GroupProps): ReactNode {
  const styles = useStyles();
  const { page, problem, onEdit } = props;
  const bound = page.before?.iovEnabled === true ? text.sriovStaysExternal : undefined;
  const choices: readonly RadioChoice<SwitchType>[] = [
    { value: 'External', label: text.externalNetwork, content: <External {...props} /> },
    { value: 'Internal', label: text.internalNetwork, disabledReason: bound },
    { value: 'Private', label: text.privateNetwork, disabledReason: bound },
  ];
  return (
    <GroupBox caption={text.connectionType}>
      <div className={styles.choices}>
        <RadioChoices
          label={text.whatToConnect}
          showLabel
          value={page.value.type}
          choices={choices}
          error={problem?.field === 'type' ? problem.message : undefined}
          onChange={(type) => {
            onEdit({ type });
          }}
        />
      </div>
      <div className={styles.note}>
        <Info16Regular aria-hidden />
        <span>{text.sriovNote}</span>
      </div>
    </GroupBox>
  );
}
