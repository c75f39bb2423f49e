/** The dialog `Settings for <VM> on <HOST>`. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { DialogFrame } from '../../forms/dialog-frame';
import { forms } from '../../text/en/forms';
import { useWorld } from '../../host/store';
import { vmSettings as text } from '../../text/en/vm-settings';
import type { DialogProps } from '../dialog-request';
import { SettingsDialog } from './settings-dialog';

const useStyles = makeStyles({
  message: { padding: '12px 16px', overflowWrap: 'anywhere' },
  button: { minWidth: '80px' },
});

/** Survives whatever happens to the VM meanwhile, its deletion too. */
export default function VmSettings({ request, close }: DialogProps<'vmSettings'>): ReactNode {
  const styles = useStyles();
  const world = useWorld();
  const vm = world.vm.get(request.vmId);
  const [nameAtFirst] = useState(vm?.name ?? '');
  const host = world.host.get('host')?.computerName ?? '';
  const title = text.title(vm?.name ?? nameAtFirst, host.toUpperCase());
  if (vm !== undefined) return <SettingsDialog title={title} world={world} vm={vm} close={close} />;
  const footer = (
    <Button
      className={styles.button}
      size="small"
      appearance="primary"
      type="submit"
      data-first-focus
      onClick={close}
    >
      {forms.close}
    </Button>
  );
  return (
    <DialogFrame title={title} width={440} footer={footer} onCancel={close}>
      <div role="alert" className={styles.message}>
        {text.gone(nameAtFirst)}
      </div>
    </DialogFrame>
  );
}
