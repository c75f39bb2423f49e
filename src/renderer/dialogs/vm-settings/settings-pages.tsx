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
import { AccelerationPage } from './acceleration-page';
import { AdapterPage } from './adapter-page';
import { AddHardwarePage } from './add-hardware-page';
import { NamePage } from './name-page';
import { adaptersFixedReason, addableKinds } from './settings-draft';
import type { Problem } from './settings-draft';
import { settingsTree } from './settings-tree';
import { idOfShown, useSettings } from './use-settings';
import type { Settings, Shown } from './use-settings';

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

export interface SettingsPagesProps {
  readonly title: string;
  readonly world: WorldView;
  readonly vm: Vm;
  readonly close: () => void;
}

function headingOf(shown: Shown): string {
  if (shown.kind === 'adapter') return shown.page.name;
  if (shown.kind === 'acceleration') return text.hardwareAcceleration;
  return shown.kind === 'name' ? text.name : text.addHardware;
}

interface PageProps {
  readonly world: WorldView;
  readonly vm: Vm;
  readonly settings: Settings;
  readonly problem: Problem | null;
}

function Page({ world, vm, settings, problem }: PageProps): ReactNode {
  const { shown, pages } = settings;
  if (shown.kind === 'add') return <AddHardwarePage vm={vm} pages={pages} onAdd={settings.add} />;
  if (shown.kind === 'name') {
    return <NamePage vm={vm} name={settings.name} problem={problem} onChange={settings.rename} />;
  }
  const { page } = shown;
  const shared = { world, page, problem };
  function edit(patch: Parameters<Settings['edit']>[1]): void {
    settings.edit(page, patch);
  }
  function remove(): void {
    settings.remove(page);
  }
  if (shown.kind === 'acceleration') return <AccelerationPage key={page.id} {...shared} onEdit={edit} />;
  return <AdapterPage key={page.id} {...shared} vm={vm} onEdit={edit} onRemove={remove} />;
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
export function SettingsPages({ title, world, vm, close }: SettingsPagesProps): ReactNode {
  const styles = useStyles();
  const settings = useSettings(world, vm, close);
  const { shown, problem } = settings;
  const selected = idOfShown(shown);
  const columns = useFocus(problem, selected);
  const heading = headingOf(shown);
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
      {addableKinds(vm).some((kind) => adaptersFixedReason(vm, kind) !== undefined) && (
        <div role="note" className={styles.banner}>
          <Info16Regular aria-hidden />
          <span>{text.runningBanner}</span>
        </div>
      )}
      <div ref={columns} className={styles.columns}>
        <PageTree
          label={text.tree}
          groups={settingsTree(world, settings.pages, settings.name)}
          selected={selected}
          onSelect={settings.select}
        />
        <section className={styles.page} aria-label={heading}>
          <h3 className={styles.heading}>{heading}</h3>
          <ErrorBar error={message === null ? null : { code: 'refused', message }} />
          <Page world={world} vm={vm} settings={settings} problem={problem} />
        </section>
      </div>
    </DialogFrame>
  );
}
