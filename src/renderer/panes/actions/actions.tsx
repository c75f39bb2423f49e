/** The pane `Actions`: what the host can be told, and what the selected virtual machines can be told. */
import { makeStyles } from '@fluentui/react-components';
import { Add16Regular, DocumentAdd16Regular, QuestionCircle16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { openHelp } from '../../fidelity/help-key';
import { SimulatorMark } from '../../forms/simulator-mark';
import { PaneHeader } from '../../frame/pane-header';
import { useLoaded } from '../../frame/use-loaded';
import { openDialog } from '../../host/dialogs';
import { useSelection } from '../../host/selection';
import { useHost } from '../../host/store';
import { actionIcons } from '../../menus/action-icons';
import { useHostActions } from '../../menus/host-actions';
import { useServiceRuns } from '../../menus/management-service';
import type { NewMenuProps } from '../../menus/new-menu';
import { runAction } from '../../menus/run-action';
import { useSelectedVms } from '../../menus/selected-vms';
import { frame } from '../../text/en/frame';
import { help } from '../../text/en/help';
import { panes } from '../../text/en/panes';
import { verbs } from '../../text/en/verbs';
import { ActionBlock } from './action-block';
import type { BlockItem } from './action-block';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  blocks: { flexGrow: 1, minHeight: 0, overflow: 'auto', padding: '4px' },
});

/** The last item of each block. */
function helpItem(page: string): BlockItem {
  return {
    caption: help.item,
    icon: <QuestionCircle16Regular />,
    shortcut: help.key,
    onRun: () => {
      openHelp(page);
    },
  };
}

/** While the tree's root is selected: what concerns the console rather than a host. */
function RootBlock(): ReactNode {
  const item: BlockItem = {
    caption: frame.newHostFromLspci,
    icon: <DocumentAdd16Regular />,
    onRun: () => {
      openDialog({ kind: 'newHostFromLspci' });
    },
  };
  return <ActionBlock title={frame.rootNode} items={[item, helpItem(frame.consoleTree)]} />;
}

function loadNewMenu(): Promise<{ default: (props: NewMenuProps) => ReactNode }> {
  return import('../../menus/new-menu');
}

function HostBlock(): ReactNode {
  const host = useHost((state) => state.world.host.get('host'));
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const [NewMenu, wantNewMenu] = useLoaded(loadNewMenu);
  const managed = useServiceRuns();
  const hostItems = useHostActions().map((action): BlockItem => ({
    caption: action.caption,
    icon: action.icon,
    shortcut: action.shortcut,
    onRun: action.run,
    after: action.simulated === null ? null : <SimulatorMark compact what={action.simulated} />,
  }));
  if (host === undefined) return null;
  const newItem: BlockItem = {
    caption: frame.new,
    icon: <Add16Regular />,
    expanded: target !== null,
    onRun: (button) => {
      wantNewMenu();
      setTarget(target === null ? button : null);
    },
  };
  return (
    <>
      <ActionBlock
        title={host.computerName.toUpperCase()}
        items={[...(managed ? [newItem] : []), ...hostItems, helpItem(panes.virtualMachines)]}
      />
      {managed && target !== null && NewMenu !== null && (
        <NewMenu
          button={target}
          onClose={() => {
            setTarget(null);
          }}
        />
      )}
    </>
  );
}

const keys: Readonly<Record<string, string>> = verbs.keys;

function VmBlock(): ReactNode {
  const { vms, actions } = useSelectedVms();
  const [first] = vms;
  if (first === undefined) return null;
  const vmIds = vms.map((vm) => vm.id);
  const items = actions.map((action): BlockItem => ({
    caption: verbs.captions[action],
    icon: actionIcons[action],
    shortcut: keys[action],
    onRun: () => {
      runAction(action, vmIds);
    },
  }));
  const title = vms.length === 1 ? first.name : panes.manySelected(vms.length);
  return <ActionBlock title={title} items={[...items, helpItem(frame.actions)]} />;
}

/** The pane at the right of the window. */
export function Actions(): ReactNode {
  const styles = useStyles();
  const node = useSelection((selection) => selection.node);
  return (
    <section aria-labelledby="actions-heading" data-pane className={styles.pane}>
      <PaneHeader id="actions-heading">{frame.actions}</PaneHeader>
      <div className={styles.blocks}>
        {node === 'root' && <RootBlock />}
        {node === 'host' && <HostBlock />}
        {node === 'host' && <VmBlock />}
      </div>
    </section>
  );
}
