/** Page list, page and buttons of the Settings dialog: one batch of commands for all pages. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import { DialogFrame } from '../../forms/dialog-frame';
import { ErrorBar } from '../../forms/error-bar';
import { OkCancelApply } from '../../forms/ok-cancel-apply';
import { PageTree } from '../../forms/page-tree';
import { vmSettings as text } from '../../text/en/vm-settings';
import { useSettings } from './use-settings';
import type { Problem } from './settings-draft';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '240px minmax(0, 1fr)',
    gap: '12px',
    flexGrow: 1,
    minHeight: 0,
    padding: '4px 12px 12px',
  },
  page: { display: 'flex', flexDirection: 'column', gap: '8px', minHeight: 0, overflowY: 'auto' },
  heading: {
    margin: 0,
    padding: '4px 8px',
    flexShrink: 0,
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
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

/** Gives the focus to the field that is to blame; to the page list where a page took it along as it went. */
function useFocus(problem: Problem | null, selected: string): RefObject<HTMLDivElement | null> {
  const columns = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    columns.current?.querySelector<HTMLElement>('[role="treeitem"][aria-selected="true"]')?.focus();
  }, [selected]);
  useEffect(() => {
    columns.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);
  return columns;
}

/** The dialog of a VM that exists. */
export function SettingsDialog({ title, world, vm, close }: SettingsDialogProps): ReactNode {
  const styles = useStyles();
  const settings = useSettings(world, vm, close);
  const { groups, shown, problem } = settings;
  const heading = shown.label;
  const columns = useFocus(problem, shown.id);
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
      <div ref={columns} className={styles.columns}>
        <PageTree label={text.tree} groups={groups} selected={shown.id} onSelect={settings.select} />
        <section key={shown.id} className={styles.page} aria-label={heading}>
          <h3 className={styles.heading}>{heading}</h3>
          <ErrorBar error={message === null ? null : { code: 'refused', message }} />
          {shown.draw({ change: settings.change, select: settings.select, problem })}
        </section>
      </div>
    </DialogFrame>
  );
}
