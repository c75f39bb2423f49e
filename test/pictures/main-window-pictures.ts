/** The pictures of whole windows, which main-window.picture.ts and guest.picture.ts draw. */
export const mainWindowPictures = [
  {
    name: 'main-window',
    caption: 'Performance',
    line: 'the traffic of a virtual machine leaves VMBus for its virtual function.',
  },
  {
    name: 'networking',
    caption: 'Networking',
    line: 'the chain from the host to the guest, link by link, and the virtual function in use.',
  },
  {
    name: 'guest-devices',
    caption: 'Virtual Machine Connection, Device Manager',
    line: 'the virtual function as the guest sees it, beside the NetVSC adapter that uses it.',
  },
  {
    name: 'guest-traffic',
    caption: 'Virtual Machine Connection, Traffic',
    line: 'what the guest sends and receives, with latency and losses.',
  },
] as const;
