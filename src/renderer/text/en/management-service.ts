/** Words about the Virtual Machine Management service; the sentence of the list as Hyper-V Manager's, from memory. */
export const managementService = {
  stopTitle: 'Stop Virtual Machine Management Service',
  stopQuestion: (host: string) =>
    `Are you sure you want to stop the Virtual Machine Management service on ${host}? Virtual machines keep running, but they cannot be managed until the service is started again.`,
  stop: 'Stop Service',
  dontStop: "Don't Stop Service",
  failureTitle: 'Hyper-V Manager',
  stopFailed: 'The Virtual Machine Management service could not be stopped.',
  startFailed: 'The Virtual Machine Management service could not be started.',
  notConnected: (host: string) =>
    `An error occurred while attempting to connect to server "${host}". Check that the Virtual Machine Management service is running and that you are authorized to connect to the server.`,
  keepRunning: 'Virtual machines that were running keep running.',
} as const;
