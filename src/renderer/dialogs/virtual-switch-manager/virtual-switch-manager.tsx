/** The dialog `Virtual Switch Manager`: pages at the left, one batch of commands for all of them. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { DialogFrame } from '../../forms/dialog-frame';
import { ErrorBar } from '../../forms/error-bar';
import { OkCancelApply } from '../../forms/ok-cancel-apply';
import { PageTree } from '../../forms/page-tree';
import type { WorldView } from '../../../shared/model/world-view';
import { useWorld } from '../../host/store';
import { switchManager as text } from '../../text/en/switch-manager';
import type { DialogProps } from '../dialog-request';
import { ApplyNetworkingChanges } from './apply-networking-changes';
import { ExtensionsPage } from './extensions-page';
import { macRangePage } from './mac-range';
import { MacRangePage } from './mac-range-page';
import { NewSwitchPage } from './new-switch-page';
import { SwitchPage } from './switch-page';
import type { Problem } from './switch-draft';
import { switchTree } from './switch-tree';
import { useManager } from './use-manager';
import type { Manager } from './use-manager';

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
});

/** Gives the focus to the field that is to blame; to the page list where a page took it along as it went. */
function useFocus(problem: Problem | null, selected: string): RefObject<HTMLDivElement | null> {
  const columns = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    columns.current?.querySelector<HTMLElement>('[role="treeitem"][aria-selected="true"]')?.focus();
  }, [selected]);
  useEffect(() => {
    // A question that has just closed gives the focus back in a timer too; this one comes later.
    const timer = setTimeout(() => {
      columns.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    });
    return () => clearTimeout(timer);
  }, [problem]);
  return columns;
}

function headingOf({ shown, page }: Manager): string {
  if (shown === macRangePage) return text.macRange;
  if (page === null) return text.createVirtualSwitch;
  return shown === page.id ? text.properties : text.extensionsHeading;
}

function Page({ world, manager }: { readonly world: WorldView; readonly manager: Manager }): ReactNode {
  const { page, pages, problem, edit, shown } = manager;
  if (shown === macRangePage) {
    return <MacRangePage value={manager.macRange} problem={problem} onChange={manager.setMacRange} />;
  }
  if (page === null) return <NewSwitchPage onCreate={manager.create} />;
  const shared = { page, problem, onEdit: edit };
  if (shown !== page.id) return <ExtensionsPage {...shared} />;
  return <SwitchPage {...shared} world={world} pages={pages} onRemove={manager.remove} />;
}

/** Nothing is created, changed or removed before OK or Apply. */
export default function VirtualSwitchManager({ close }: DialogProps<'virtualSwitchManager'>): ReactNode {
  const styles = useStyles();
  const world = useWorld();
  const [asking, setAsking] = useState<{ readonly go: () => void } | null>(null);
  const manager = useManager(world, close, (go) => setAsking({ go }));
  const { shown, problem } = manager;
  const columns = useFocus(problem, shown);
  const heading = headingOf(manager);
  const message = problem?.field === null ? text.applyFailed(problem.message) : null;
  const footer = (
    <OkCancelApply
      onOk={manager.ok}
      onCancel={close}
      onApply={manager.apply}
      canApply={manager.changed}
      busy={manager.busy}
    />
  );
  const host = world.host.get('host')?.computerName ?? '';
  return (
    <>
      <DialogFrame
        title={text.title(host.toUpperCase())}
        width={740}
        height={700}
        footer={footer}
        onCancel={close}
      >
        <div ref={columns} className={styles.columns}>
          <PageTree
            label={text.tree}
            groups={switchTree(world, manager.pages, manager.macRange)}
            selected={shown}
            onSelect={manager.select}
          />
          <section key={shown} className={styles.page} aria-label={heading}>
            <h3 className={styles.heading}>{heading}</h3>
            <ErrorBar error={message === null ? null : { code: 'refused', message }} />
            <Page world={world} manager={manager} />
          </section>
        </div>
      </DialogFrame>
      {asking !== null && (
        <ApplyNetworkingChanges
          onYes={() => {
            setAsking(null);
            asking.go();
          }}
          onNo={() => setAsking(null)}
        />
      )}
    </>
  );
}
