/** Virtual switches: creation decides on SR-IOV for good; binding to a physical adapter is exclusive. */
import type { Commands } from '../../../shared/contract';
import { patched } from '../../../shared/model/patch';
import type { SwitchType, VirtualSwitch } from '../../../shared/model/switch';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

function findSwitch({ world }: Context, id: string): Result<VirtualSwitch> {
  const found = world.switch.get(id);
  if (found !== undefined) return ok(found);
  return refuse(
    'switch.notFound',
    `There is no virtual switch with the ID ${id}. It may have been removed.`,
    'id',
  );
}

/** Counters are named after switches, so the simulator wants unique names; Hyper-V does not. */
function requireFreeName({ world }: Context, name: string, ownId: string | null): Result<string> {
  const wanted = name.toLowerCase();
  for (const other of world.switch.values()) {
    if (other.id !== ownId && other.name.toLowerCase() === wanted) {
      return refuse(
        'switch.nameTaken',
        `A virtual switch named '${name}' already exists. Choose another name: the simulator needs unique names, Hyper-V does not.`,
        'name',
      );
    }
  }
  return ok(name);
}

/** An external switch needs a physical adapter that no other switch is bound to; the others need none. */
function requireUplink(
  context: Context,
  type: SwitchType,
  nicId: string | null,
  ownId: string | null,
): Result<null> {
  if (type !== 'External') {
    if (nicId === null) return ok(null);
    return refuse(
      'switch.uplinkForbidden',
      `A switch of the type ${type} has no physical network adapter.`,
      'nicId',
    );
  }
  if (nicId === null) {
    return refuse(
      'switch.uplinkMissing',
      'Select the physical network adapter for the external network.',
      'nicId',
    );
  }
  // A switch may stay bound to an adapter that is not in the computer.
  if (ownId !== null && context.world.switch.get(ownId)?.nicId === nicId) return ok(null);
  const nic = context.world.nic.get(nicId);
  if (nic === undefined) {
    return refuse('nic.notFound', `There is no physical network adapter with the ID ${nicId}.`, 'nicId');
  }
  if (!nic.present) {
    return refuse('nic.notPresent', `'${nic.interfaceDescription}' is not in the computer.`, 'nicId');
  }
  if (nic.switchId === null) return ok(null);
  return refuse(
    'nic.inUse',
    `External Ethernet adapter '${nic.interfaceDescription}' is already bound to the Microsoft Virtual Switch protocol.`,
    'nicId',
  );
}

function bind({ world }: Context, nicId: string | null, switchId: string | null): void {
  // An adapter that is not in the computer is bound by the switch's memory alone.
  const nic = world.nic.get(nicId ?? '');
  if (nic !== undefined) world.put('nic', { ...nic, switchId });
}

export function create(context: Context, input: Commands['switch.create']): Result<string> {
  const free = requireFreeName(context, input.name, null);
  if (!free.ok) return free;
  const uplink = requireUplink(context, input.type, input.nicId, null);
  if (!uplink.ok) return uplink;
  if (input.iovEnabled && input.type !== 'External') {
    return refuse(
      'switch.iovNeedsExternal',
      'SR-IOV can be enabled on an external virtual switch only.',
      'iovEnabled',
    );
  }
  const id = context.random('switch').guid();
  // Only an external switch leaves a choice: internal always reaches the host, private never does.
  const allowManagementOs = input.type === 'External' ? input.allowManagementOs : input.type === 'Internal';
  const managementVlanId = allowManagementOs ? input.managementVlanId : null;
  context.world.put('switch', {
    ...input,
    id,
    allowManagementOs,
    managementVlanId,
    softwareRscEnabled: false,
  });
  bind(context, input.nicId, id);
  return ok(id);
}

export function modify(context: Context, input: Commands['switch.modify']): Result<string> {
  const found = findSwitch(context, input.id);
  if (!found.ok) return found;
  const present = found.value;
  const name = input.name ?? present.name;
  const type = input.type ?? present.type;
  const nicId = input.nicId === undefined ? (type === present.type ? present.nicId : null) : input.nicId;
  const free = requireFreeName(context, name, present.id);
  if (!free.ok) return free;
  if (present.iovEnabled && type !== 'External') {
    return refuse(
      'switch.iovIsFinal',
      'An external virtual switch with SR-IOV enabled cannot be converted to an internal or private switch.',
      'type',
    );
  }
  const uplink = requireUplink(context, type, nicId, present.id);
  if (!uplink.ok) return uplink;
  const share = input.allowManagementOs ?? present.allowManagementOs;
  const allowManagementOs = type === 'External' ? share : type === 'Internal';
  if (nicId !== present.nicId) bind(context, present.nicId, null);
  // What no other member of the input depends on is taken as it comes.
  const rest = patched(present, input);
  const managementVlanId = allowManagementOs ? rest.managementVlanId : null;
  context.world.put('switch', { ...rest, nicId, allowManagementOs, managementVlanId });
  if (nicId !== present.nicId) bind(context, nicId, present.id);
  return ok(present.id);
}

export function remove(context: Context, { id }: Commands['switch.remove']): Result<string> {
  const found = findSwitch(context, id);
  if (!found.ok) return found;
  bind(context, found.value.nicId, null);
  context.world.remove('switch', id);
  return ok(id);
}
