/** A captioned frame around controls that belong together. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    minWidth: 0,
    padding: '4px 12px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  caption: { padding: '0 4px', marginLeft: '-4px', color: tokens.colorNeutralForeground2 },
});

/** A group of controls named by its caption. */
export function GroupBox(props: { readonly caption: string; readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <fieldset className={styles.box}>
      <legend className={styles.caption}>{props.caption}</legend>
      {props.children}
    </fieldset>
  );
}
