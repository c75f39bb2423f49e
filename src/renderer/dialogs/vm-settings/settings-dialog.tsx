/** Page list, page and buttons of the Settings dialog: one batch of commands for all pages. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import { DialogFrame } from '../../forms/dialog-frame';
import { OkCancelApply } from '../../forms/ok-cancel-apply';
import { PropertyPages } from '../../forms/property-pages';
import { vmSettings as text } from '../../text/en/vm-settings';
import { useSettings } from './use-settings';

const useStyles = makeStyles({
  banner: {
    display: 'flex',
    gap: '8px',
    flexShrink: 0,
    margin: '4px 12px 8px',
    padding: '7px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    '& svg': { flexShrink: 0, color: tokens.colorBrandForeground1 },
  },
});

export interface SettingsDialogProps {
  readonly title: string;
  readonly world: WorldView;
  readonly vm: Vm;
  readonly close: () => void;
}

/** The dialog of a VM that exists. */
export function SettingsDialog({ title, world, vm, close }: SettingsDialogProps): ReactNode {
  const styles = useStyles();
  const settings = useSettings(world, vm, close);
  const { groups, shown, problem } = settings;
  const heading = shown.label;
  const message = problem?.field === null ? text.applyFailed(heading, problem.message) : null;
  const footer = (
    <OkCancelApply
      onOk={settings.ok}
      onCancel={close}
      onApply={settings.apply}
      canApply={settings.changed}
      busy={settings.busy}
    />
  );
  return (
    <DialogFrame title={title} width={740} height={700} footer={footer} onCancel={close}>
      {vm.state !== 'Off' && (
        <div role="note" className={styles.banner}>
          <Info16Regular aria-hidden />
          <span>{text.runningBanner}</span>
        </div>
      )}
      <PropertyPages
        label={text.tree}
        groups={groups}
        selected={shown.id}
        onSelect={settings.select}
        heading={heading}
        problem={problem}
        message={message}
      >
        {shown.draw({ change: settings.change, select: settings.select, problem })}
      </PropertyPages>
    </DialogFrame>
  );
}
