/** Every dialog there is, and what it must be told to open. */
export type DialogRequest =
  | { readonly kind: 'virtualSwitchManager' }
  | { readonly kind: 'vmSettings'; readonly vmId: string }
  | { readonly kind: 'newVirtualMachine' }
  | { readonly kind: 'newHostFromLspci' }
  | { readonly kind: 'firmwareSetup' }
  | { readonly kind: 'deviceManager' }
  | { readonly kind: 'nicProperties'; readonly nicId: string }
  /** Without an adapter the first one shows. */
  | { readonly kind: 'virtualFunctions'; readonly nicId: string | null }
  | { readonly kind: 'rename'; readonly vmId: string }
  | { readonly kind: 'addRemoveColumns' }
  | { readonly kind: 'about' }
  | { readonly kind: 'compare' }
  | { readonly kind: 'recordings' }
  /** `number` makes the name that is proposed. */
  | { readonly kind: 'newRecording'; readonly number: number }
  | { readonly kind: 'documentRefused' }
  | { readonly kind: 'longWork' }
  | {
      readonly kind: 'confirm';
      readonly title: string;
      readonly message: string;
      /** Caption of the button that does it, e.g. `Turn Off`. */
      readonly confirm: string;
      /** Caption of the button that does not: the default, and what Esc means. */
      readonly refuse: string;
      readonly onConfirm: () => void;
    }
  | { readonly kind: 'failure'; readonly title: string; readonly header: string; readonly detail: string };

export type DialogKind = DialogRequest['kind'];

/** What every dialog component gets. */
export interface DialogProps<K extends DialogKind> {
  readonly request: Extract<DialogRequest, { kind: K }>;
  readonly close: () => void;
}
