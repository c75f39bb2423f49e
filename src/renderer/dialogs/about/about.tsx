/** What the program is, and what the present host is made of. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DialogFrame } from '../../forms/dialog-frame';
import { GroupBox } from '../../forms/group-box';
import { useHost } from '../../host/store';
import { forms } from '../../text/en/forms';
import { messageBoxes } from '../../text/en/message-boxes';
import type { DialogProps } from '../dialog-request';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '8px 16px 16px', overflow: 'auto' },
  text: { margin: 0 },
  facts: { display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '4px 12px', margin: 0 },
  value: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  list: { margin: 0, paddingLeft: '18px', userSelect: 'text' },
  button: { minWidth: '80px' },
});

function HostFacts(): ReactNode {
  const styles = useStyles();
  const host = useHost((state) => state.world.host.get('host'));
  const platform = useHost((state) => state.world.platform.get('platform'));
  if (host === undefined || platform === undefined) return null;
  const { logicalProcessors: count } = platform;
  return (
    <GroupBox caption={messageBoxes.aboutHost}>
      <dl className={styles.facts}>
        <dt>{messageBoxes.aboutComputer}</dt>
        <dd className={styles.value}>{host.computerName.toUpperCase()}</dd>
        <dt>{messageBoxes.aboutProcessor}</dt>
        <dd className={styles.value}>{messageBoxes.aboutProcessors(platform.processorName, count)}</dd>
        <dt>{messageBoxes.aboutMemory}</dt>
        <dd className={styles.value}>{messageBoxes.aboutMegabytes(platform.memoryMb)}</dd>
      </dl>
      {host.notes.length > 0 && (
        <>
          <div>{messageBoxes.aboutAssumed}</div>
          <ul className={styles.list}>
            {host.notes.map((note) => (
              <li key={note} translate="no">
                {note}
              </li>
            ))}
          </ul>
        </>
      )}
    </GroupBox>
  );
}

/** The box behind `About SR-IOV Manager...`. */
export default function About(props: DialogProps<'about'>): ReactNode {
  const styles = useStyles();
  return (
    <DialogFrame
      title={messageBoxes.aboutTitle}
      width={480}
      onCancel={props.close}
      footer={
        <Button
          size="small"
          className={styles.button}
          appearance="primary"
          type="submit"
          data-first-focus
          onClick={props.close}
        >
          {forms.close}
        </Button>
      }
    >
      <div className={styles.body}>
        <p className={styles.text}>{messageBoxes.aboutVersion(import.meta.env.VERSION)}</p>
        <p className={styles.text}>{messageBoxes.aboutWhat}</p>
        <p className={styles.text}>{messageBoxes.aboutSimulated}</p>
        <HostFacts />
        <p className={styles.text}>{messageBoxes.aboutNoAffiliation}</p>
      </div>
    </DialogFrame>
  );
}
