/**
 * Every command of the contract and the noun that carries it out. Where a command concerns more
 * than one noun, they meet here. A command without a handler does not compile.
 */
import { commands } from '../../shared/contract';
import type { Command, CommandName, Commands } from '../../shared/contract';
import { ok, refuse } from '../../shared/result';
import type { Result } from '../../shared/result';
import * as adapter from './adapter/commands';
import { rescindChannel } from './adapter/netvsc';
import { configure, configureHardware } from './firmware/configure';
import { setDate } from './host/date';
import { setMacAddressRange } from './host/mac-address-range';
import { beginRestart, requireRunning } from './host/restart';
import { modify as modifyHost } from './host/settings';
import { requireService, startService, stopService } from './host/service';
import * as nic from './nic/commands';
import { clearFilter } from './nic/receive-filter';
import { followManagement, managementFilter } from './nic/nic-switch';
import { releaseVmqAtOnce } from './nic/vmq';
import type { Context, Handler } from './world/context';
import { stopAutomatically } from './partition/automatic-actions';
import * as vmCommands from './partition/commands';
import { setSecurity } from './partition/security';
import { modify as modifyVm } from './partition/settings';
import * as verbs from './partition/verbs';
import * as controllers from './storage/controllers';
import { requireDisks } from './storage/disks';
import * as drives from './storage/drives';
import { furnish } from './storage/new-vm';
import * as startUp from './storage/start-up';
import * as virtualSwitch from './switch/commands';
import { releaseAtOnce } from './vf/assignment';

type Handlers = { readonly [K in CommandName]: Handler<Commands[K]> };

/** Starts a VM whose virtual hard disks are free; its adapters get their dynamic addresses first. */
export function startVm(context: Context, input: Commands['vm.start']): Result<string> {
  const vm = context.world.vm.get(input.id);
  const opened = vm === undefined ? ok(null) : requireDisks(context, vm);
  if (!opened.ok) return opened;
  const started = verbs.start(context, input);
  return started.ok ? adapter.giveMacAddresses(context, input.id, input.id) : started;
}

const createVm: Handler<Commands['vm.create']> = (context, input) => {
  const created = vmCommands.create(context, input);
  if (!created.ok) return created;
  const { generation, installation, switchId } = input;
  const kinds = ['synthetic', 'legacy'] as const;
  // Only a legacy adapter can start generation 1 from the network, so the wizard adds one.
  const wanted = generation === 1 && installation.kind === 'network' ? kinds : kinds.slice(0, 1);
  for (const kind of wanted) {
    const added = adapter.add(context, { vmId: created.value, kind, switchId });
    if (!added.ok) return added;
  }
  return furnish(context, created.value, input);
};

const deleteVm: Handler<Commands['vm.delete']> = (context, input) => {
  const owned = context.world.adaptersOf(input.id);
  for (const { id } of owned) {
    releaseAtOnce(context, id);
    clearFilter(context, id);
  }
  adapter.removeAllOf(context, input.id);
  return vmCommands.remove(context, input);
};

const removeAdapter: Handler<Commands['adapter.remove']> = (context, input) => {
  releaseAtOnce(context, input.id);
  releaseVmqAtOnce(context, input.id);
  clearFilter(context, input.id);
  rescindChannel(context, input.id);
  return adapter.remove(context, input);
};

const modifySwitch: Handler<Commands['switch.modify']> = (context, input) => {
  const { world } = context;
  const nic = world.nic.get(world.switch.get(input.id)?.nicId ?? '');
  const filter = nic === undefined ? null : managementFilter(context, nic);
  const modified = virtualSwitch.modify(context, input);
  // An adapter that the switch lets go loses its NIC switch, and the filters with it.
  const stays = nic !== undefined && world.switch.get(input.id)?.nicId === nic.id;
  if (modified.ok && stays) followManagement(context, nic, filter);
  return modified;
};

const removeSwitch: Handler<Commands['switch.remove']> = (context, input) => {
  const removed = virtualSwitch.remove(context, input);
  if (removed.ok) adapter.disconnectFrom(context, input.id);
  return removed;
};

const restartHost: Handler<Commands['host.restart']> = (context) => {
  beginRestart(context);
  stopAutomatically(context);
  return ok('host');
};

const handlers: Handlers = {
  'switch.create': virtualSwitch.create,
  'switch.modify': modifySwitch,
  'switch.remove': removeSwitch,
  'vm.create': createVm,
  'vm.addScsiController': controllers.add,
  'vm.removeScsiController': controllers.remove,
  'vm.addDrive': drives.add,
  'vm.modifyDrive': drives.modify,
  'vm.removeDrive': drives.remove,
  'vm.setDiskette': startUp.setDiskette,
  'vm.setComPort': startUp.setComPort,
  'vm.setBios': startUp.setBios,
  'vm.setBootOrder': startUp.setBootOrder,
  'vm.start': startVm,
  'vm.turnOff': verbs.turnOff,
  'vm.shutDown': verbs.shutDown,
  'vm.save': verbs.save,
  'vm.pause': verbs.pause,
  'vm.resume': verbs.resume,
  'vm.reset': verbs.reset,
  'vm.rename': vmCommands.rename,
  'vm.modify': modifyVm,
  'vm.setSecurity': setSecurity,
  'vm.setAutomaticActions': vmCommands.setAutomaticActions,
  'vm.delete': deleteVm,
  'vm.deleteSavedState': verbs.deleteSavedState,
  'adapter.add': adapter.add,
  'adapter.modify': adapter.modify,
  'adapter.remove': removeAdapter,
  'adapter.setTraffic': adapter.setTraffic,
  'guest.setVfDriver': vmCommands.setVfDriver,
  'guest.setOperatingSystem': vmCommands.setOperatingSystem,
  'guest.setResponsive': vmCommands.setResponsive,
  'firmware.configure': configure,
  'hardware.configure': configureHardware,
  'host.modify': modifyHost,
  'host.setMacAddressRange': setMacAddressRange,
  'host.setDate': setDate,
  'host.restart': restartHost,
  'host.stopService': stopService,
  'host.startService': startService,
  'nic.configure': nic.configure,
  'nic.setDriver': nic.setDriver,
  'nic.setEnabled': nic.setEnabled,
  'nic.restart': nic.restart,
  'nic.setCable': nic.setCable,
  'fault.failPf': nic.failPf,
  'fault.resetPf': nic.resetPf,
  'fault.removeNic': nic.removeNic,
  'fault.returnNic': nic.returnNic,
};

function run<K extends CommandName>(context: Context, name: K, input: unknown): Result<string> {
  const parsed = commands[name].safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.join('.') ?? '';
    return refuse(
      'input.invalid',
      `${name}: ${place === '' ? '' : `${place}: `}${issue?.message ?? 'Invalid input.'}`,
      place,
    );
  }
  // While the computer is down there is nobody to carry anything out.
  const running = requireRunning(context);
  if (!running.ok) return running;
  const managed = requireService(context, name);
  return managed.ok ? handlers[name](context, parsed.data as Commands[K]) : managed;
}

/**
 * Runs a batch in order and stops at the first refusal, whose field is given as
 * `commands.<n>.input.<field>`. The caller takes back what was written before it.
 */
export function runBatch(context: Context, batch: readonly Command[]): Result<{ ids: string[] }> {
  const ids: string[] = [];
  for (const [index, { name, input }] of batch.entries()) {
    const result = run(context, name, input);
    if (!result.ok) {
      const { code, message, field } = result.error;
      const place = `commands.${index}.input`;
      return refuse(code, message, field === undefined || field === '' ? place : `${place}.${field}`);
    }
    ids.push(result.value);
  }
  return ok({ ids });
}
