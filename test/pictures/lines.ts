/** What the pictures of single pages show, by the picture's name; a page without a line goes by its caption alone. */
export const lines: Readonly<Record<string, string>> = {
  'virtual-switch-manager-new-virtual-network-switch': 'Which type of switch to make.',
  'virtual-switch-manager-external-sr-iov':
    'An external switch with the first of the two check boxes, which cannot be changed any more.',
  'virtual-switch-manager-backup': 'A switch without a physical adapter.',
  'virtual-switch-manager-mac-address-range': 'Where dynamic MAC addresses come from.',
  'vm-settings-add-hardware': 'What can be added to the virtual machine.',
  'vm-settings-network-adapter': 'The switch, the VLAN and the bandwidth of a network adapter.',
  'vm-settings-hardware-acceleration':
    'The second check box, and what keeps the adapter from its virtual function.',
  'vm-settings-advanced-features': 'MAC address, guards, mirroring, teaming.',
  'vm-settings-processor': 'How many virtual processors, and their share of the host.',
  'nic-properties-advanced': "The driver's properties, SR-IOV among them.",
  'nic-properties-resources': 'BARs, vectors, and the SR-IOV capability.',
  'nic-properties-simulator': 'What a person or a fault would do to the adapter.',
  'virtual-functions-virtual-functions': 'One row per virtual function.',
  'firmware-setup-settings': 'What must be on for SR-IOV.',
  'firmware-setup-slots': 'Which card is in which slot.',
};
