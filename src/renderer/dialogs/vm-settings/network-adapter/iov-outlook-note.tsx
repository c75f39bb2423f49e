/** Says below `Enable SR-IOV` what stands in the way of a virtual function. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Warning16Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Adapter } from '../../../../shared/model/adapter';
import type { WorldView } from '../../../../shared/model/world-view';
import { SimulatorMark } from '../../../forms/simulator-mark';
import { networkAdapter as text } from '../../../text/en/network-adapter';
import { iovObstacles } from './iov-outlook';
import type { AdapterValue } from './adapter-value';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    gap: '8px',
    padding: '7px 12px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  icon: { flexShrink: 0 },
  clear: { color: tokens.colorStatusSuccessForeground1 },
  blocked: { color: tokens.colorStatusWarningForeground1 },
  texts: { display: 'flex', flexDirection: 'column', gap: '4px', alignItems: 'start', minWidth: 0 },
  list: { margin: 0, paddingLeft: '16px', display: 'flex', flexDirection: 'column', gap: '4px' },
  cure: { color: tokens.colorNeutralForeground2 },
});

export interface IovOutlookProps {
  readonly world: WorldView;
  readonly before: Adapter;
  /** The draft: the hint follows its switch. */
  readonly value: AdapterValue;
}

/** The obstacles and their cures, or that there are none. */
export function IovOutlook(props: IovOutlookProps): ReactNode {
  const styles = useStyles();
  const obstacles = iovObstacles(props.world, props.before, props.value);
  const clear = obstacles.length === 0;
  const Icon = clear ? CheckmarkCircle16Filled : Warning16Filled;
  return (
    <div role="note" className={styles.box}>
      <Icon className={mergeClasses(styles.icon, clear ? styles.clear : styles.blocked)} aria-hidden />
      <div className={styles.texts}>
        <div>{clear ? text.iovClear : text.iovInTheWay}</div>
        {!clear && (
          <ul className={styles.list}>
            {obstacles.map((obstacle) => (
              <li key={obstacle.text}>
                {obstacle.text} <span className={styles.cure}>{obstacle.cure}</span>
              </li>
            ))}
          </ul>
        )}
        <SimulatorMark what={text.iovMark} />
      </div>
    </div>
  );
}
