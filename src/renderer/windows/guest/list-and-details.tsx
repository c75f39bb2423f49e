/** A tree at the left, and what is chosen in it at the right. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { PageTree } from '../../forms/page-tree';
import type { PageNode } from '../../forms/page-tree';

const useStyles = makeStyles({
  view: { display: 'flex', gap: '12px', flexGrow: 1, minHeight: 0 },
  tree: { width: '42%', maxWidth: '420px', flexShrink: 0, minHeight: 0, display: 'grid' },
  details: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
});

export interface ListAndDetailsProps {
  /** Accessible name and header of the tree. */
  readonly label: string;
  readonly nodes: readonly PageNode[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  readonly children: ReactNode;
}

export function ListAndDetails(props: ListAndDetailsProps): ReactNode {
  const styles = useStyles();
  const { label, nodes } = props;
  return (
    <div className={styles.view}>
      <div className={styles.tree}>
        <PageTree
          label={label}
          groups={[{ header: label, nodes }]}
          selected={props.selected}
          onSelect={props.onSelect}
        />
      </div>
      <div className={styles.details}>{props.children}</div>
    </div>
  );
}
