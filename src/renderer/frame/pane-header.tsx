/** The bar that names a pane. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    flexShrink: 0,
    height: '24px',
    padding: '0 8px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    margin: 0,
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

export interface PaneHeaderProps {
  /** Heading's id, for the pane's `aria-labelledby`. */
  readonly id?: string;
  readonly children: string;
  /** Stands behind the name. */
  readonly after?: ReactNode;
}

/** A pane's heading; a long name ends in an ellipsis and shows whole as a tool tip. */
export function PaneHeader(props: PaneHeaderProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <h2 className={styles.name} id={props.id} title={props.children}>
        {props.children}
      </h2>
      {props.after}
    </div>
  );
}
