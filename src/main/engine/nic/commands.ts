/** What an administrator of the parent partition does with a physical adapter, and what can befall it. */
import type { Commands } from '../../../shared/contract';
import { offersSpeed } from '../../../shared/model/nic';
import type { Nic, NicProperties } from '../../../shared/model/nic';
import { patched } from '../../../shared/model/patch';
import type { Patch } from '../../../shared/model/patch';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';
import { halt, put, start, startAgain, stopAtOnce } from './lifecycle';

/** The adapter, wherever it is. */
function knownNic({ world }: Context, id: string, field: string): Result<Nic> {
  const nic = world.nic.get(id);
  if (nic !== undefined) return ok(nic);
  return refuse('nic.notFound', `There is no physical network adapter with the ID ${id}.`, field);
}

/** The adapter, which must be in the computer. */
function findNic(context: Context, id: string, field: string): Result<Nic> {
  const nic = knownNic(context, id, field);
  if (!nic.ok || nic.value.present) return nic;
  return refuse(
    'nic.notPresent',
    `'${nic.value.name}' is not in the computer. Put the card back first.`,
    field,
  );
}

/** A property is offered by a driver, and only for what the hardware has. */
function requireOffered(nic: Nic, given: Patch<NicProperties>): Result<Nic> {
  const missing = (property: keyof NicProperties, label: string, needs: string): Result<Nic> =>
    refuse(
      'nic.propertyMissing',
      `The driver of '${nic.name}' does not offer ${label}: it needs ${needs}.`,
      `properties.${property}`,
    );
  const { speedDuplex, numVfs, sriov, vmq } = given;
  if (speedDuplex !== undefined && !offersSpeed(nic, speedDuplex)) {
    return refuse(
      'nic.speedTooHigh',
      `'${nic.name}' is a ${nic.linkSpeedMbps} Mb/s port. Choose a lower speed.`,
      'properties.speedDuplex',
    );
  }
  const { nicSwitch } = nic;
  const needs = 'an adapter and a driver with SR-IOV';
  if (nicSwitch === null || !nic.sriovDriver) {
    if (sriov !== undefined) return missing('sriov', 'SR-IOV', needs);
    return numVfs === undefined ? ok(nic) : missing('numVfs', 'virtual functions', needs);
  }
  if (numVfs !== undefined && numVfs > nicSwitch.maxVfs) {
    return refuse(
      'nic.tooManyVfs',
      `'${nic.name}' offers at most ${nicSwitch.maxVfs} virtual functions.`,
      'properties.numVfs',
    );
  }
  if (vmq !== undefined && nic.vmqQueues === 0) {
    return missing('vmq', 'virtual machine queues', 'an adapter with VMQ');
  }
  return ok(nic);
}

/** Settings come into force with a restart of the driver; one that does not run reads them when it starts. */
function restartRunning(context: Context, nic: Nic): void {
  if (nic.state === 'up' || nic.state === 'restarting') halt(context, nic, 'up');
  else if (nic.state === 'halting' && nic.afterHalt === 'reset') halt(context, nic, 'up');
}

export function configure(context: Context, input: Commands['nic.configure']): Result<string> {
  const found = findNic(context, input.id, 'id');
  if (!found.ok) return found;
  const offered = requireOffered(found.value, input.properties);
  if (!offered.ok) return offered;
  const nic = offered.value;
  const properties = patched(nic.properties, input.properties);
  if (JSON.stringify(properties) === JSON.stringify(nic.properties)) return ok(nic.id);
  restartRunning(context, put(context, nic, { properties }));
  return ok(nic.id);
}

export function setDriver(context: Context, { id, sriov }: Commands['nic.setDriver']): Result<string> {
  const found = findNic(context, id, 'id');
  if (!found.ok) return found;
  const nic = found.value;
  if (sriov && nic.nicSwitch === null) {
    return refuse(
      'nic.noSriov',
      `There is no driver with SR-IOV for '${nic.interfaceDescription}'.`,
      'sriov',
    );
  }
  if (nic.sriovDriver === sriov) return ok(id);
  restartRunning(context, put(context, nic, { sriovDriver: sriov }));
  return ok(id);
}

export function setEnabled(context: Context, { id, enabled }: Commands['nic.setEnabled']): Result<string> {
  const found = findNic(context, id, 'id');
  if (!found.ok) return found;
  const nic = found.value;
  if (enabled && nic.state === 'disabled') start(context, nic, 'nicStart');
  else if (enabled && nic.afterHalt === 'disabled') put(context, nic, { afterHalt: 'up' });
  else if (!enabled && nic.state === 'failed' && nic.numVfs === 0) put(context, nic, { state: 'disabled' });
  else if (!enabled && nic.state !== 'disabled') halt(context, nic, 'disabled');
  return ok(id);
}

export function restart(context: Context, { id }: Commands['nic.restart']): Result<string> {
  const found = findNic(context, id, 'id');
  if (!found.ok) return found;
  const nic = found.value;
  if (nic.state === 'disabled') {
    return refuse('nic.disabled', `'${nic.name}' is disabled. Enable it first.`, 'id');
  }
  if (nic.state === 'failed') startAgain(context, nic);
  else if (nic.state !== 'halting') halt(context, nic, 'up');
  return ok(id);
}

export function setCable(context: Context, { id, plugged }: Commands['nic.setCable']): Result<string> {
  const found = findNic(context, id, 'id');
  if (!found.ok) return found;
  if (found.value.cablePlugged !== plugged) put(context, found.value, { cablePlugged: plugged });
  return ok(id);
}

/** A driver that does not run can neither fail nor be reset. */
function findRunning(context: Context, nicId: string): Result<Nic> {
  const found = findNic(context, nicId, 'nicId');
  if (!found.ok || found.value.state === 'up' || found.value.state === 'halting') return found;
  return refuse('nic.notRunning', `The driver of '${found.value.name}' does not run.`, 'nicId');
}

export function failPf(context: Context, { nicId }: Commands['fault.failPf']): Result<string> {
  const found = findRunning(context, nicId);
  if (!found.ok) return found;
  stopAtOnce(context, found.value, 'failed');
  return ok(nicId);
}

export function resetPf(context: Context, { nicId }: Commands['fault.resetPf']): Result<string> {
  const found = findRunning(context, nicId);
  if (!found.ok) return found;
  const nic = found.value;
  if (nic.state === 'halting') return ok(nicId);
  context.log({ about: 'nic', what: 'resetting', nic });
  halt(context, nic, 'reset');
  return ok(nicId);
}

/** All adapters on the card: functions of one device share domain, bus and device number. */
function cardOf({ world }: Context, nicId: string): Nic[] {
  const own = world.need('function', nicId);
  return [...world.nic.values()].filter((each) => {
    const { domain, routingId } = world.need('function', each.id);
    return domain === own.domain && routingId >> 3 === own.routingId >> 3;
  });
}

/** Windows keeps the adapters' settings and bindings, so that everything is cured when the card returns. */
export function removeNic(context: Context, { nicId }: Commands['fault.removeNic']): Result<string> {
  const found = findNic(context, nicId, 'nicId');
  if (!found.ok) return found;
  for (const nic of cardOf(context, nicId)) stopAtOnce(context, nic, 'removed');
  return ok(nicId);
}

export function returnNic(context: Context, { nicId }: Commands['fault.returnNic']): Result<string> {
  const found = knownNic(context, nicId, 'nicId');
  if (!found.ok) return found;
  if (found.value.present) {
    return refuse('nic.present', `'${found.value.name}' is in the computer.`, 'nicId');
  }
  for (const nic of cardOf(context, nicId)) {
    context.log({ about: 'nic', what: 'returned', nic });
    const back = put(context, nic, { present: true, returnedAt: context.now, afterHalt: 'up' });
    if (nic.afterHalt === 'disabled') put(context, back, { state: 'disabled' });
    else startAgain(context, back);
  }
  return ok(nicId);
}
