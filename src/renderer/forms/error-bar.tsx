/** A refusal, shown where it was caused. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/result';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: '8px',
    padding: '7px 12px',
    border: `1px solid ${tokens.colorPaletteRedBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorPaletteRedBackground1,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    userSelect: 'text',
    '& svg': { flexShrink: 0, color: tokens.colorPaletteRedForeground1 },
  },
});

/** Says why the host refused; nothing when there is no error. */
export function ErrorBar(props: { readonly error: Refusal | null }): ReactNode {
  const styles = useStyles();
  if (props.error === null) return null;
  return (
    <div role="alert" className={styles.bar}>
      <ErrorCircle16Filled aria-hidden />
      {/* The host's own words, in the host's language. */}
      <span translate="no">{props.error.message}</span>
    </div>
  );
}
