/** A sentence along the top of a window, with what can be done about it. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '8px', alignItems: 'center', padding: '4px 8px', flexShrink: 0 },
  message: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    gap: '8px',
    padding: '7px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    '& svg': { flexShrink: 0 },
  },
});

export interface InfoBarProps {
  readonly message: string;
  readonly button: string;
  readonly onPress: () => void;
}

export function InfoBar({ message, button, onPress }: InfoBarProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <div role="status" className={styles.message}>
        <Info16Regular aria-hidden />
        <span>{message}</span>
      </div>
      <Button size="small" onClick={onPress}>
        {button}
      </Button>
    </div>
  );
}
