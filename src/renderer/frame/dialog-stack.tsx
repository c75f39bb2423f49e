/** Draws the open dialogs, each in front of the one before. */
import { Suspense } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { DialogKind, DialogProps } from '../dialogs/dialog-request';
import { dialogRegistry } from '../dialogs/registry';
import { closeDialog, useDialogs } from '../host/dialogs';
import type { OpenDialog } from '../host/dialogs';

function DialogOf(props: { readonly open: OpenDialog }): ReactNode {
  const { request, key } = props.open;
  // The registry's type says that kind and component belong together; TypeScript cannot follow a union through it.
  const Component = dialogRegistry[request.kind] as ComponentType<DialogProps<DialogKind>>;
  return (
    <Component
      request={request}
      close={() => {
        closeDialog(key);
      }}
    />
  );
}

/** All open dialogs. While a dialog's code is being loaded nothing shows: it is a matter of milliseconds. */
export function DialogStack(): ReactNode {
  return useDialogs().map((open) => (
    <Suspense key={open.key}>
      <DialogOf open={open} />
    </Suspense>
  ));
}
