/** The console tree: the program and, under it, its one host. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Server16Regular, TextBulletListTree16Regular } from '@fluentui/react-icons';
import type { KeyboardEvent, MouseEvent, ReactElement, ReactNode } from 'react';
import type { Host } from '../../../shared/model/host';
import { setSelection, useSelection } from '../../host/selection';
import type { Selection } from '../../host/selection';
import { useHost } from '../../host/store';
import { opensContextMenu, useContextMenu } from '../../menus/use-context-menu';
import { frame } from '../../text/en/frame';

type NodeName = Selection['node'];

const useStyles = makeStyles({
  pane: { height: '100%', overflow: 'auto', padding: '4px', boxSizing: 'border-box' },
  node: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    height: '24px',
    padding: '0 6px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'default',
    outlineStyle: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
    '@media (forced-colors: active)': { ':focus-visible': { outline: '2px solid Highlight' } },
  },
  child: { paddingLeft: '22px' },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    ':focus': { backgroundColor: tokens.colorBrandBackground2 },
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      // Else the mouse would paint over what tells the chosen one.
      ':hover': { backgroundColor: 'Highlight' },
    },
  },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  state: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
});

interface NodeProps {
  readonly name: NodeName;
  readonly level: number;
  readonly label: string;
  readonly icon: ReactElement;
  /** Shown grey behind the label. */
  readonly state?: string | undefined;
}

function idOf(name: NodeName): string {
  return `tree-${name}`;
}

function TreeNode(props: NodeProps): ReactNode {
  const styles = useStyles();
  const { name, level, label, icon, state } = props;
  const selected = useSelection((selection) => selection.node === name);
  return (
    <div
      role="treeitem"
      id={idOf(name)}
      aria-level={level}
      aria-selected={selected}
      aria-expanded={level === 1 ? true : undefined}
      aria-label={label}
      aria-description={state}
      tabIndex={selected ? 0 : -1}
      title={label}
      className={mergeClasses(styles.node, level > 1 && styles.child, selected && styles.selected)}
      onClick={() => {
        setSelection({ node: name });
      }}
    >
      {icon}
      <span className={styles.label}>{label}</span>
      {state !== undefined && <span className={styles.state}>({state})</span>}
    </div>
  );
}

/** What keeps the host from being managed. */
function stateOf(host: Host): string | undefined {
  if (host.state === 'restarting') return frame.restarting;
  return host.managementService === 'stopped' ? frame.notConnected : undefined;
}

/** Keys of a tree with two nodes, of which both are always in sight. */
function nodeOfKey(key: string): NodeName | null {
  if (key === 'ArrowUp' || key === 'ArrowLeft' || key === 'Home' || key === 'PageUp') return 'root';
  if (key === 'ArrowDown' || key === 'ArrowRight' || key === 'End' || key === 'PageDown') return 'host';
  return null;
}

/** The tree at the left of the window. */
export function ConsoleTree(): ReactNode {
  const styles = useStyles();
  const host = useHost((state) => state.world.host.get('host'));
  const menu = useContextMenu('host', () => document.getElementById(idOf('host'))?.focus());

  function onContextMenu(event: MouseEvent): void {
    const node = event.target instanceof Element ? event.target.closest('[role="treeitem"]') : null;
    if (node?.id !== idOf('host')) return;
    event.preventDefault();
    setSelection({ node: 'host' });
    menu.open({ x: event.clientX, y: event.clientY });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const target = document.getElementById(idOf('host'));
    if (opensContextMenu(event) && event.target === target) {
      const box = target.getBoundingClientRect();
      menu.open({ x: box.left + 22, y: box.bottom });
      event.preventDefault();
      return;
    }
    const node = nodeOfKey(event.key);
    if (node === null || (node === 'host' && host === undefined)) return;
    event.preventDefault();
    setSelection({ node });
    document.getElementById(idOf(node))?.focus();
  }

  return (
    <nav aria-label={frame.consoleTree} data-pane className={styles.pane}>
      <div role="tree" aria-label={frame.consoleTree} onKeyDown={onKeyDown} onContextMenu={onContextMenu}>
        <TreeNode name="root" level={1} label={frame.rootNode} icon={<TextBulletListTree16Regular />} />
        {host !== undefined && (
          <TreeNode
            name="host"
            level={2}
            label={host.computerName.toUpperCase()}
            icon={<Server16Regular />}
            state={stateOf(host)}
          />
        )}
      </div>
      {menu.element}
    </nav>
  );
}
