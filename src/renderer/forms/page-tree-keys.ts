/** The page tree as data: which nodes show, and what a key does. */
import type { ReactNode } from 'react';

export interface PageNode {
  readonly id: string;
  readonly label: string;
  /** Grey second line that sums up the page's value. */
  readonly detail?: string;
  readonly icon?: ReactNode;
  readonly children?: readonly PageNode[];
}

export interface VisibleNode {
  readonly node: PageNode;
  /** 1 for a node directly under a group. */
  readonly level: number;
  readonly parent: string | null;
  /** Null for a node without children. */
  readonly open: boolean | null;
}

/** The nodes in sight, from top to bottom; children of a folded node are not. */
export function visibleNodes(
  nodes: readonly PageNode[],
  folded: ReadonlySet<string>,
  level = 1,
  parent: string | null = null,
): readonly VisibleNode[] {
  return nodes.flatMap((node) => {
    const children = node.children ?? [];
    const open = children.length === 0 ? null : !folded.has(node.id);
    const row: VisibleNode = { node, level, parent, open };
    return open === true ? [row, ...visibleNodes(children, folded, level + 1, node.id)] : [row];
  });
}

/** The next node whose label begins with a letter, round and round; undefined for other keys. */
function typed(key: string, rows: readonly VisibleNode[], index: number): VisibleNode | undefined {
  if (key.length !== 1 || key === ' ') return undefined;
  const others = [...rows.slice(index + 1), ...rows.slice(0, index)];
  return others.find(({ node }) => node.label.toLowerCase().startsWith(key.toLowerCase()));
}

/** What a key does on a row: go to another node, or fold (true) or unfold (false) this one. */
export function treeStep(
  key: string,
  rows: readonly VisibleNode[],
  row: VisibleNode,
): { readonly go?: string; readonly fold?: boolean } | null {
  const index = rows.findIndex((each) => each.node.id === row.node.id);
  const to = (target: VisibleNode | undefined): { go: string } | null =>
    target === undefined ? null : { go: target.node.id };
  switch (key) {
    case 'ArrowDown':
      return to(rows[index + 1]);
    case 'ArrowUp':
      return to(rows[index - 1]);
    case 'Home':
      return to(rows[0]);
    case 'End':
      return to(rows.at(-1));
    case 'ArrowRight':
      if (row.open === false) return { fold: false };
      return row.open === true ? to(rows[index + 1]) : null;
    case 'ArrowLeft':
      if (row.open === true) return { fold: true };
      return row.parent === null ? null : { go: row.parent };
    default:
      return to(typed(key, rows, index));
  }
}
