/** Words of the dialog Add/Remove Columns; captions as MMC's, from memory. */
export const columnsDialog = {
  title: 'Add/Remove Columns',
  available: 'Available columns:',
  displayed: 'Displayed columns:',
  add: 'Add ->',
  remove: '<- Remove',
  moveUp: 'Move Up',
  moveDown: 'Move Down',
  restore: 'Restore Defaults',
  furtherHint:
    "Hyper-V Manager offers other columns here, such as Replication Health. Those beyond its usual seven are the simulator's choice.",
  further: "Columns beyond the usual seven are the simulator's choice",
  nothingToAdd: 'Every column is displayed already.',
  firstRemoved: 'The first column cannot be removed.',
  firstMoved: 'The first column cannot be moved.',
  atTop: 'The column cannot move further up.',
  atBottom: 'The column cannot move further down.',
  usualAlready: 'The columns are the usual ones already.',
} as const;
