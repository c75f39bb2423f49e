import type { WindowKind } from '../fidelity/model';
import type { Names } from '../fidelity/subject';

/** Every dialog there is, and what it must be told to open. */
export type DialogRequest =
  | { readonly kind: 'hostSettings' }
  | { readonly kind: 'virtualSwitchManager' }
  | { readonly kind: 'vmSettings'; readonly vmId: string }
  | { readonly kind: 'newVirtualMachine' }
  /** Tells the path of the virtual hard disk that is chosen. */
  | { readonly kind: 'browseDisks'; readonly onChoose: (path: string) => void }
  | { readonly kind: 'newHostFromLspci' }
  | { readonly kind: 'firmwareSetup' }
  | { readonly kind: 'deviceManager' }
  | { readonly kind: 'nicProperties'; readonly nicId: string }
  /** Without an adapter the first one shows. */
  | { readonly kind: 'virtualFunctions'; readonly nicId: string | null }
  | { readonly kind: 'rename'; readonly vmId: string }
  | { readonly kind: 'addRemoveColumns' }
  | { readonly kind: 'customizeView' }
  | { readonly kind: 'about' }
  /** `names` is read from the document: what the help is about. */
  | { readonly kind: 'help'; readonly window: WindowKind; readonly names: Names }
  /** What is looked for at first: text, and the title of a window or `all`. */
  | { readonly kind: 'fidelity'; readonly window: string; readonly text: string }
  | { readonly kind: 'setDate' }
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
