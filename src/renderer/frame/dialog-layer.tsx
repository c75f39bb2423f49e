/** Draws the open dialogs, each in front of the one before. */
import { useFocusFinders } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { DialogKind, DialogProps } from '../dialogs/dialog-request';
import { dialogRegistry } from '../dialogs/registry';
import { closeDialog } from '../host/dialogs';
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

export interface DialogLayerProps {
  readonly open: readonly OpenDialog[];
}

/** All open dialogs. While a dialog's code is being loaded nothing shows: it is a matter of milliseconds. */
export default function DialogLayer(props: DialogLayerProps): ReactNode {
  // Fluent's focus manager ends with its last user, and would leave the window hidden from screen
  // readers if that were a dialog: the layer is a user for as long as the window lives.
  useFocusFinders();
  return props.open.map((open) => (
    <Suspense key={open.key}>
      <DialogOf open={open} />
    </Suspense>
  ));
}
