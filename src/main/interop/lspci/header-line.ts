/** The line that opens a function: `[dddd:]bb:dd.f Class [cccc]: Vendor Device [vvvv:dddd] (rev rr) ...`. */
import { routingIdOf } from '../../../shared/model/pcie';

export interface HeaderLine {
  /** May exceed ffff: Linux numbers the domains of Intel VMD controllers from 10000 up. */
  readonly domain: number;
  readonly routingId: number;
  readonly className: string;
  readonly classCode: number | null;
  /** Vendor and device without their numbers, except where lspci knows no name. */
  readonly name: string;
  readonly vendorId: number | null;
  readonly deviceId: number | null;
}

const headerPattern = /^(?:([0-9a-f]{4,8}):)?([0-9a-f]{2}):([01][0-9a-f])\.([0-7]) ([^:]{1,200}): (.*)$/;
const classNumberPattern = /^(?:Class )?\[?([0-9a-f]{4})\]?$/;
const trailingClassPattern = / \[([0-9a-f]{4})\]$/;
const trailingIdsPattern = /^(.*?) ?\[([0-9a-f]{4}):([0-9a-f]{4})\]$/;
const bareIdsPattern = /^(?:Device )?([0-9a-f]{4}):([0-9a-f]{4})$/;
const unknownDevicePattern = / Device ([0-9a-f]{4})$/;

/**
 * Codes of the class names this program acts on, so that a text without `-nn` and without hex
 * bytes still tells them; names and codes as in the PCI ID database.
 */
const classCodes: ReadonlyMap<string, number> = new Map([
  ['Non-Volatile memory controller', 0x0108],
  ['Ethernet controller', 0x0200],
  ['Infiniband controller', 0x0207],
  ['Network controller', 0x0280],
  ['Host bridge', 0x0600],
  ['ISA bridge', 0x0601],
  ['PCI bridge', 0x0604],
  ['CardBus bridge', 0x0607],
  ['System peripheral', 0x0880],
  ['Performance counters', 0x1101],
]);

/** Reads a header line; null when the line is none. */
export function readHeaderLine(line: string): HeaderLine | null {
  const match = headerPattern.exec(line);
  if (match === null) return null;
  const [, domain, bus, device, fn, classText = '', nameText = ''] = match;
  return {
    domain: domain === undefined ? 0 : parseInt(domain, 16),
    routingId: routingIdOf(parseInt(bus ?? '', 16), parseInt(device ?? '', 16), Number(fn)),
    ...readClass(classText.trim()),
    ...readName(withoutRevision(nameText)),
  };
}

function readClass(text: string): Pick<HeaderLine, 'className' | 'classCode'> {
  const bare = classNumberPattern.exec(text);
  if (bare?.[1] !== undefined) return { className: text, classCode: parseInt(bare[1], 16) };
  const trailing = trailingClassPattern.exec(text);
  const className = trailing === null ? text : text.slice(0, trailing.index);
  if (trailing?.[1] !== undefined) return { className, classCode: parseInt(trailing[1], 16) };
  return { className, classCode: classCodes.get(className) ?? null };
}

function readName(text: string): Pick<HeaderLine, 'name' | 'vendorId' | 'deviceId'> {
  const bare = bareIdsPattern.exec(text);
  if (bare !== null) return { name: text, ...ids(bare[1], bare[2]) };
  const trailing = trailingIdsPattern.exec(text);
  if (trailing !== null) {
    const [, name = '', vendor = '', device = ''] = trailing;
    // lspci writes `Device` for what it cannot name; the number then is the only name there is.
    if (name === 'Device') return { name: `Device ${vendor}:${device}`, ...ids(vendor, device) };
    return { name: name.endsWith(' Device') ? `${name} ${device}` : name, ...ids(vendor, device) };
  }
  return { name: text, vendorId: null, deviceId: ids('0', unknownDevicePattern.exec(text)?.[1]).deviceId };
}

function ids(
  vendor: string | undefined,
  device: string | undefined,
): Pick<HeaderLine, 'vendorId' | 'deviceId'> {
  const number = (text: string | undefined): number | null =>
    text === undefined ? null : parseInt(text, 16);
  return { vendorId: number(vendor), deviceId: number(device) };
}

/** Cuts ` (rev 01) (prog-if 00 [Normal decode])` and whatever lspci puts behind it. */
function withoutRevision(text: string): string {
  const ends = [text.lastIndexOf(' (rev '), text.lastIndexOf(' (prog-if ')].filter((end) => end >= 0);
  return text.slice(0, Math.min(text.length, ...ends)).trim();
}
