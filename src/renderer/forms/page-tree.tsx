/** The list of pages at the left of a property dialog: groups, nodes, a grey second line. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown12Regular, ChevronRight12Regular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { treeStep, visibleNodes } from './page-tree-keys';
import type { PageNode, VisibleNode } from './page-tree-keys';

export type { PageNode } from './page-tree-keys';

export interface PageGroup {
  readonly header: string;
  readonly nodes: readonly PageNode[];
}

export interface PageTreeProps {
  readonly label: string;
  readonly groups: readonly PageGroup[];
  /** Id of the page that shows. */
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

const useStyles = makeStyles({
  tree: {
    overflowY: 'auto',
    overflowX: 'hidden',
    padding: '4px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  header: {
    padding: '6px 4px 2px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
  node: {
    display: 'flex',
    alignItems: 'start',
    gap: '4px',
    padding: '3px 4px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'default',
    outlineStyle: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
    '@media (forced-colors: active)': { ':focus-visible': { outline: '2px solid Highlight' } },
  },
  selected: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      // Else the mouse would paint over what tells the chosen one.
      ':hover': { backgroundColor: 'Highlight' },
    },
  },
  twisty: { display: 'flex', width: '12px', height: '18px', alignItems: 'center', flexShrink: 0 },
  icon: { display: 'flex', width: '16px', flexShrink: 0, '& svg': { width: '16px', height: '16px' } },
  texts: { minWidth: 0, flexGrow: 1 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: {
    color: tokens.colorNeutralForeground3,
    fontSize: '11px',
    lineHeight: '14px',
    '@media (forced-colors: active)': { color: 'inherit' },
    // A description, not part of the node's name: as generated text it is seen but does not count as a label.
    '::after': { content: 'attr(data-detail)' },
  },
});

interface RowProps {
  readonly row: VisibleNode;
  readonly id: string;
  readonly chosen: boolean;
  /** True for the one row that the Tab key reaches. */
  readonly stop: boolean;
  readonly onSelect: () => void;
  readonly onFold: (close: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Row(props: RowProps): ReactNode {
  const styles = useStyles();
  const { chosen } = props;
  const { node, open, level } = props.row;
  return (
    <div
      id={props.id}
      role="treeitem"
      aria-level={level}
      aria-selected={chosen}
      aria-expanded={open ?? undefined}
      aria-label={node.label}
      aria-description={node.detail}
      tabIndex={props.stop ? 0 : -1}
      title={node.detail === undefined ? node.label : `${node.label}\n${node.detail}`}
      className={mergeClasses(styles.node, chosen && styles.selected)}
      style={{ paddingLeft: 4 + (level - 1) * 16 }}
      onKeyDown={props.onKeyDown}
      onClick={props.onSelect}
    >
      <span
        className={styles.twisty}
        onClick={(event) => {
          if (open === null) return;
          event.stopPropagation();
          props.onFold(open);
        }}
      >
        {open === true && <ChevronDown12Regular aria-hidden />}
        {open === false && <ChevronRight12Regular aria-hidden />}
      </span>
      {node.icon !== undefined && <span className={styles.icon}>{node.icon}</span>}
      <div className={styles.texts}>
        <div className={styles.line}>{node.label}</div>
        {node.detail !== undefined && (
          <div aria-hidden data-detail={node.detail} className={mergeClasses(styles.line, styles.detail)} />
        )}
      </div>
    </div>
  );
}

/** A tree of pages with one tab stop: arrows, Home and End move and select, Left and Right fold, letters find. */
export function PageTree(props: PageTreeProps): ReactNode {
  const styles = useStyles();
  const base = useId();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const rows = props.groups.map((group) => visibleNodes(group.nodes, folded));
  const flat = rows.flat();
  // Without a selected node in sight the first one takes the tab stop.
  const stop = flat.some((row) => row.node.id === props.selected) ? props.selected : flat[0]?.node.id;

  function fold(id: string, close: boolean): void {
    const next = new Set(folded);
    if (close) next.add(id);
    else next.delete(id);
    setFolded(next);
  }

  function onKeyDown(event: KeyboardEvent, row: VisibleNode): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = treeStep(event.key, flat, row);
    if (step === null) return;
    event.preventDefault();
    if (step.fold !== undefined) fold(row.node.id, step.fold);
    if (step.go === undefined) return;
    props.onSelect(step.go);
    document.getElementById(`${base}${step.go}`)?.focus();
  }

  return (
    <div role="tree" aria-label={props.label} className={styles.tree}>
      {props.groups.map((group, index) => (
        <div key={group.header} role="group" aria-label={group.header}>
          <div className={styles.header} aria-hidden>
            {group.header}
          </div>
          {rows[index]?.map((row) => (
            <Row
              key={row.node.id}
              row={row}
              id={`${base}${row.node.id}`}
              chosen={row.node.id === props.selected}
              stop={row.node.id === stop}
              onSelect={() => {
                props.onSelect(row.node.id);
              }}
              onFold={(close) => {
                fold(row.node.id, close);
              }}
              onKeyDown={(event) => {
                onKeyDown(event, row);
              }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
