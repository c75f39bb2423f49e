/** Says that something has crashed. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { dismissMishap, useDocument } from '../host/document';
import { document as text } from '../text/en/document';
import { forms } from '../text/en/forms';

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '8px', alignItems: 'center', padding: '4px 8px', flexShrink: 0 },
  message: { flexGrow: 1, minWidth: 0 },
  mishap: {
    display: 'flex',
    gap: '8px',
    padding: '7px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    '& svg': { flexShrink: 0 },
  },
});

/** Stays until it has been read: whoever looked elsewhere wants to know as well. */
export function MishapBar(): ReactNode {
  const styles = useStyles();
  const mishap = useDocument((view) => view.mishap);
  if (mishap === null) return null;
  return (
    <div className={styles.bar}>
      <div className={styles.message}>
        <div role="status" className={styles.mishap}>
          <Info16Regular aria-hidden />
          <span>{text.mishaps[mishap]}</span>
        </div>
      </div>
      <Button size="small" onClick={dismissMishap}>
        {forms.close}
      </Button>
    </div>
  );
}
