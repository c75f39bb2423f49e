/** The icon of a device, with Device Manager's marks over it: an arrow down, a warning sign, faded. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowCircleDown12Filled, NetworkAdapter16Regular, Warning12Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ProblemCode } from '../../../shared/model/device-status';

const useStyles = makeStyles({
  icon: { position: 'relative', display: 'inline-flex', width: '16px', height: '16px' },
  faded: { opacity: 0.5 },
  mark: {
    position: 'absolute',
    right: '-4px',
    bottom: '-4px',
    display: 'flex',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    '& svg': { width: '11px', height: '11px' },
  },
  warning: { color: tokens.colorStatusWarningForeground1 },
});

/** Says nothing that the device's second line does not say. */
export function DeviceIcon({ problem }: { readonly problem: ProblemCode | null }): ReactNode {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.icon, problem === 45 && styles.faded)} aria-hidden>
      <NetworkAdapter16Regular />
      {problem === 22 && (
        <span className={styles.mark}>
          <ArrowCircleDown12Filled />
        </span>
      )}
      {problem === 43 && (
        <span className={mergeClasses(styles.mark, styles.warning)}>
          <Warning12Filled />
        </span>
      )}
    </span>
  );
}
