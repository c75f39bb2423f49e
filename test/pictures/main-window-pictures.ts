/** The pictures of the main window, which main-window.picture.ts draws. */
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
] as const;
