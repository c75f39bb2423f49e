/** Says beforehand what Windows would only tell after the switch has been created. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { reasonText } from '../../../shared/model/iov-reason';
import type { IovReason } from '../../../shared/model/iov-reason';
import { SimulatorMark } from '../../forms/simulator-mark';
import { switchManager as text } from '../../text/en/switch-manager';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    gap: '8px',
    padding: '7px 12px',
    margin: '2px 0 4px',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  icon: { flexShrink: 0, color: tokens.colorStatusWarningForeground1 },
  texts: { display: 'flex', flexDirection: 'column', gap: '4px', alignItems: 'start', minWidth: 0 },
  list: { margin: 0, paddingLeft: '16px', display: 'flex', flexDirection: 'column', gap: '4px' },
  cure: { color: tokens.colorNeutralForeground2 },
});

/** The reasons and their cures; nothing when SR-IOV can operate. */
export function SriovWarning(props: { readonly reasons: readonly IovReason[] }): ReactNode {
  const styles = useStyles();
  if (props.reasons.length === 0) return null;
  return (
    <div role="note" className={styles.box}>
      <Warning16Filled className={styles.icon} aria-hidden />
      <div className={styles.texts}>
        <div>{text.sriovInTheWay}</div>
        <ul className={styles.list}>
          {props.reasons.map((reason) => (
            <li key={reason}>
              {reasonText(reason).text} <span className={styles.cure}>{reasonText(reason).cure}</span>
            </li>
          ))}
        </ul>
        <SimulatorMark what={text.sriovMark} />
      </div>
    </div>
  );
}
