/** Words of New Host from lspci. */
function count(number: number, one: string, many: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}

export const lspci = {
  title: 'New Host from lspci',
  command: 'sudo lspci -vvvxxxx',
  /** The sentence around the command, which stands in another face. */
  introBefore:
    'To simulate a host with the PCI Express topology of a real computer, run there, under Linux, the command ',
  introAfter: ' and paste below what it prints, or choose the file that holds it.',
  simulated: 'Windows has nothing like it: the simulator builds its hosts from a description of hardware.',
  label: 'Text of lspci',
  browse: 'Browse...',
  create: 'Create Host',
  cancel: 'Cancel',
  goToLine: (line: number) => `Go to Line ${line}`,
  /** Lengths are those of plain text: a character is a byte. */
  longFile: (name: string, length: number) =>
    `${name} has ${Math.round(length / 1_000_000)} MB. The box shows its beginning; the whole of it is read.`,
  reading: 'Reading the text...',
  cancelled: 'Reading was cancelled. Create Host reads the whole text first.',
  empty: 'Nothing has been read yet. Paste the text or choose a file.',
  noText: 'Paste the text of lspci, or choose a file, first.',
  refused: 'The text cannot be used. The message beside it says why.',
  /** Names the part under the box, whatever it says. */
  result: 'Result',
  preview: 'Preview',
  bridges: (number: number) => count(number, 'bridge', 'bridges'),
  nics: (number: number) => count(number, 'network adapter', 'network adapters'),
  holds: (bridges: string, nics: string) => `${bridges} and ${nics}.`,
  noNics: 'There is no network adapter in it: the host can have internal and private virtual switches only.',
  columns: { address: 'Address', name: 'Network adapter', totalVfs: 'Total VFs', firstVf: 'First VF' },
  noSriov: 'none',
  notes: 'Notes',
  replaces: (host: string, vms: number, switches: number) => {
    if (vms + switches === 0) return `The new host takes the place of ${host}.`;
    const owned = `${count(vms, 'virtual machine', 'virtual machines')} and ${count(switches, 'virtual switch', 'virtual switches')}`;
    return `The new host gets a document of its own. ${host} with its ${owned} stays in the present one: File, Open Recent.`;
  },
} as const;
