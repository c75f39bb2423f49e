/** What the pages of a network adapter may be set to: what its kind, its VM's state and its switch allow. */
import type { Adapter } from '../../../shared/model/adapter';
import { formatMac, isStationAddress } from '../../../shared/model/mac-address';
import { untouchedPort } from '../../../shared/model/port-settings';
import { patched } from '../../../shared/model/patch';
import type { Patch } from '../../../shared/model/patch';
import type { Vm } from '../../../shared/model/vm';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

/** Settings as commands carry them; a `macAddress` of null asks for a dynamic one. */
export type AskedSettings = Patch<Adapter>;

/** A setting that an emulated adapter lacks, by what it is there. */
const lackedByLegacy = {
  protectedNetwork: untouchedPort.protectedNetwork,
  allowTeaming: false,
  deviceNaming: false,
} as const;

function requireKind(adapter: Adapter, vm: Vm, asked: AskedSettings): Result<null> {
  const names = Object.keys(lackedByLegacy) as (keyof typeof lackedByLegacy)[];
  const lacked = names.find((name) => (asked[name] ?? lackedByLegacy[name]) !== lackedByLegacy[name]);
  if (adapter.kind === 'legacy' && lacked !== undefined) {
    return refuse(
      'adapter.legacyLacksSetting',
      'A legacy network adapter does not have this setting.',
      lacked,
    );
  }
  if (vm.generation === 2 || asked.deviceNaming !== true) return ok(null);
  return refuse(
    'adapter.namingNeedsGeneration2',
    'Device naming needs a generation 2 virtual machine.',
    'deviceNaming',
  );
}

/** What a VM reads once, when it starts. */
function requireOff(adapter: Adapter, vm: Vm, asked: AskedSettings): Result<null> {
  if (vm.state === 'Off') return ok(null);
  const named = asked.deviceNaming !== undefined && asked.deviceNaming !== adapter.deviceNaming;
  const field = named ? 'deviceNaming' : changesAddress(adapter, asked) ? 'macAddress' : null;
  if (field === null) return ok(null);
  const what = field === 'macAddress' ? 'The MAC address' : 'Device naming';
  return refuse(
    'adapter.settingNeedsOff',
    `${what} cannot be changed while '${vm.name}' is in the state ${vm.state}. Turn it off first.`,
    field,
  );
}

function changesAddress(adapter: Adapter, { macAddress }: AskedSettings): boolean {
  if (macAddress === undefined) return false;
  return macAddress === null ? adapter.staticMac : !adapter.staticMac || macAddress !== adapter.macAddress;
}

/** Hyper-V lets a static address be used twice and logs the conflict; the simulator wants every address once. */
function requireAddress({ world }: Context, adapter: Adapter, asked: AskedSettings): Result<null> {
  const { macAddress } = asked;
  if (macAddress == null) return ok(null);
  if (!isStationAddress(macAddress)) {
    return refuse(
      'adapter.macInvalid',
      `${formatMac(macAddress, '-')} is no address of a network adapter: the first pair must be even, and not all pairs may be zero.`,
      'macAddress',
    );
  }
  if (macAddress === adapter.macAddress || !world.hasMacAddress(parseInt(macAddress, 16))) return ok(null);
  return refuse(
    'adapter.macInUse',
    `Another network adapter has the MAC address ${formatMac(macAddress, '-')}. Use another one: the simulator needs unique addresses, Hyper-V only logs the conflict.`,
    'macAddress',
  );
}

/**
 * A switch with SR-IOV reserves no bandwidth: its BandwidthReservationMode is None (Microsoft, New-VMSwitch).
 * Windows' own sentence is not known.
 */
function requireBandwidth({ world }: Context, adapter: Adapter, asked: AskedSettings): Result<null> {
  const minimum = asked.minimumMbps ?? adapter.minimumMbps;
  const maximum = asked.maximumMbps ?? adapter.maximumMbps;
  const switchId = asked.switchId === undefined ? adapter.switchId : asked.switchId;
  const virtualSwitch = world.switch.get(switchId ?? '');
  if (minimum > 0 && virtualSwitch?.iovEnabled === true) {
    return refuse(
      'adapter.noReservation',
      `The virtual switch '${virtualSwitch.name}' has SR-IOV enabled, so its minimum bandwidth mode is None: set the minimum bandwidth to 0, or use a virtual switch without SR-IOV.`,
      asked.minimumMbps === undefined ? 'switchId' : 'minimumMbps',
    );
  }
  if (maximum === 0 || minimum <= maximum) return ok(null);
  return refuse(
    'adapter.minimumAboveMaximum',
    `The minimum bandwidth of ${minimum} Mbps is above the maximum of ${maximum} Mbps.`,
    asked.minimumMbps === undefined ? 'maximumMbps' : 'minimumMbps',
  );
}

/** Answers with the adapter as the settings make it, or why it cannot be so now. `vm` is off for a new adapter. */
export function withSettings(
  context: Context,
  adapter: Adapter,
  vm: Vm,
  asked: AskedSettings,
): Result<Adapter> {
  const checks = [requireKind(adapter, vm, asked), requireOff(adapter, vm, asked)];
  const all = [...checks, requireAddress(context, adapter, asked), requireBandwidth(context, adapter, asked)];
  for (const each of all) if (!each.ok) return each;
  const settled = patched(adapter, { ...asked, macAddress: undefined });
  if (!changesAddress(adapter, asked)) return ok(settled);
  const macAddress = asked.macAddress ?? null;
  return ok({ ...settled, macAddress, staticMac: macAddress !== null });
}
