/** The events of a packet trace in English. */
import type { TraceEvent } from '../../../shared/model/packet-trace';

export const traceLabels: Readonly<Record<TraceEvent, string>> = {
  stackSend: 'The guest builds the packet: socket, TCP/IP, driver.',
  copyToSendBuffer: 'NetVSC copies the packet into a section of the send buffer.',
  gatherPages: 'NetVSC hands over a list of pages (GPA-direct): no copy.',
  signalHost: 'The guest signals the VMBus channel with a hypercall.',
  interruptRoot: 'The hypervisor interrupts the root virtual processor.',
  wakeRoot: 'The root wakes the worker that serves the channel.',
  switchFrame: 'The virtual switch finds the port and hands the packet on.',
  touchPayload: 'The root hands the payload to the physical adapter.',
  nicSend: 'The adapter fetches the packet by DMA and sends it.',
  wire: 'The packet crosses the network: two switch hops and the distance.',
  insideNic: "The adapter's internal switch turns the packet round.",
  nicReceive: 'The adapter filters the packet by MAC address and VLAN and writes it by DMA.',
  nicInterruptRoot: 'The adapter interrupts the root.',
  copyToReceiveBuffer: "The root copies the packet into the guest's receive buffer.",
  signalGuest: 'The root signals the VMBus channel with a hypercall.',
  interruptGuest: 'The guest takes the interrupt.',
  copyFromReceiveBuffer: 'NetVSC copies the packet out of the receive buffer.',
  stackReceive: 'The guest delivers the packet: driver, TCP/IP, socket.',
  doorbell: 'The driver writes CSR1 of the emulated 21140: an intercept.',
  emulateDoorbell: 'The worker process wakes up and reads the descriptors.',
  serveInterrupt:
    "The driver serves the adapter's interrupt: reads and writes of CSR5 and CSR7, end of interrupt; the worker process emulates each.",
  completeSend: 'Later: the guest is told that the packet has been sent.',
  mirror: 'The other host does the same in the opposite order.',
};
