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
} as const;
