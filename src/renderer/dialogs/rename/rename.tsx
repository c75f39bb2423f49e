/** Gives a virtual machine another name. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { DialogFrame } from '../../forms/dialog-frame';
import { ErrorBar } from '../../forms/error-bar';
import { TextField } from '../../forms/text-field';
import { useDraft } from '../../forms/use-draft';
import { execute } from '../../host/client';
import { useHost } from '../../host/store';
import { forms } from '../../text/en/forms';
import { messageBoxes } from '../../text/en/message-boxes';
import type { DialogProps } from '../dialog-request';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '8px 16px 16px' },
  button: { minWidth: '80px' },
});

/** One name in, one `vm.rename` out. */
export default function Rename(props: DialogProps<'rename'>): ReactNode {
  const styles = useStyles();
  const { request, close } = props;
  const before = useHost((state) => state.world.vm.get(request.vmId)?.name);
  const draft = useDraft({ name: before ?? '' });
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.select();
  }, []);

  async function submit(): Promise<void> {
    const { name } = draft.value;
    const command = { name: 'vm.rename', input: { id: request.vmId, name } } as const;
    if (!draft.dirty || (await draft.run(() => execute([command])))) close();
  }

  const gone = before === undefined ? { code: 'gone', message: messageBoxes.gone } : null;
  return (
    <DialogFrame
      title={messageBoxes.renameTitle(before ?? '')}
      width={400}
      onCancel={close}
      footer={
        <>
          <Button
            size="small"
            className={styles.button}
            appearance="primary"
            type="submit"
            disabledFocusable={draft.busy || gone !== null}
            onClick={() => void submit()}
          >
            {forms.ok}
          </Button>
          <Button size="small" className={styles.button} onClick={close}>
            {forms.cancel}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <TextField
          label={messageBoxes.renameName}
          value={draft.value.name}
          onChange={(name) => {
            draft.set({ name });
          }}
          hint={messageBoxes.renameHint}
          maxLength={100}
          autoFocus
          inputRef={input}
        />
        <ErrorBar error={gone ?? draft.error} />
      </div>
    </DialogFrame>
  );
}
