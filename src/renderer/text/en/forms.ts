/** Words of the form kit: what every dialog has in common. */
export const forms = {
  ok: 'OK',
  cancel: 'Cancel',
  apply: 'Apply',
  close: 'Close',
  /** The cross in a title bar; another word than the button `Close` some dialogs have. */
  dismiss: 'Dismiss',
  simulatorOnly: 'Simulator only',
  simulatorOnlyHint: 'Windows does not have this. It belongs to the simulator.',
  simulatorOnlyWith: (what: string) => `Simulator only. ${what}`,
  busy: 'Please wait...',
  macPair: (address: string, number: number) => `${address.replace(/:$/, '')}, pair ${number}`,
  macIncomplete: 'Enter six pairs of hexadecimal digits.',
  macInvalid:
    'No network adapter can have this address: the first pair must be even, and not all pairs may be zero.',
  noEffectHere: 'No effect in the simulator',
} as const;
