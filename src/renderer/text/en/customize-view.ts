/** Words of MMC's dialog Customize View; from memory. */
export const customizeView = {
  menu: 'Customize...',
  title: 'Customize View',
  intro: 'To customize your view, click the check boxes to show or hide items in the console window.',
  group: 'MMC',
  boxes: {
    showTree: 'Console tree',
    showToolbar: 'Standard toolbar',
    showStatusBar: 'Status bar',
    showActions: 'Action pane',
  },
} as const;
