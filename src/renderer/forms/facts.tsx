/** Captions with their values, in one or two columns. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** A caption (with its colon) and what stands behind it. */
export type Fact = readonly [caption: string, value: string];

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    alignContent: 'start',
    columnGap: '12px',
    rowGap: '4px',
    margin: 0,
    minWidth: 0,
  },
  caption: { fontWeight: tokens.fontWeightSemibold },
  value: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
});

/** One column of facts. */
export function Facts(props: { readonly facts: readonly Fact[] }): ReactNode {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {props.facts.map(([caption, value]) => (
        <FactRow key={caption} caption={caption} value={value} />
      ))}
    </dl>
  );
}

function FactRow(props: { readonly caption: string; readonly value: string }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.caption}>{props.caption}</dt>
      <dd className={styles.value}>{props.value}</dd>
    </>
  );
}
