/** What a property dialog is made of: the list of pages at the left, the chosen page at the right. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { ErrorBar } from './error-bar';
import { PageTree } from './page-tree';
import type { PageTreeProps } from './page-tree';

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
function useFocus(problem: object | null, selected: string): RefObject<HTMLDivElement | null> {
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

export interface PropertyPagesProps extends PageTreeProps {
  readonly heading: string;
  /** The refusal that shows now; another object is another refusal. */
  readonly problem: object | null;
  /** What belongs to no field of the page; null for nothing. */
  readonly message: string | null;
  readonly children: ReactNode;
}

/** Pages and their list; the dialog brings title and buttons. */
export function PropertyPages(props: PropertyPagesProps): ReactNode {
  const { heading, problem, message, children, ...tree } = props;
  const styles = useStyles();
  const columns = useFocus(problem, tree.selected);
  return (
    <div ref={columns} className={styles.columns}>
      <PageTree {...tree} />
      <section key={tree.selected} className={styles.page} aria-label={heading}>
        <h3 className={styles.heading}>{heading}</h3>
        <ErrorBar error={message === null ? null : { code: 'refused', message }} />
        {children}
      </section>
    </div>
  );
}
