/**
 * The PF driver's life in the parent partition: it halts in NDIS' order, comes up again, fails at
 * once or is pulled out. Order: Microsoft, "Halting a PF Miniport Driver".
 */
import { carriesTraffic } from '../../../shared/model/nic';
import type { Nic } from '../../../shared/model/nic';
import { vmqHolders } from '../../../shared/model/vport';
import type { Context } from '../world/context';
import { call, callDriver } from './trace';

/** The link events of a change from `before` to `after`. */
function logLink(context: Context, before: Nic, after: Nic): void {
  const [was, is] = [carriesTraffic(before), carriesTraffic(after)];
  if (was !== is) context.log({ about: 'nic', what: is ? 'linkUp' : 'linkDown', nic: after });
}

/** Writes the adapter and logs what that does to its link. */
export function put(context: Context, before: Nic, change: Partial<Nic>): Nic {
  const after = { ...before, ...change };
  context.world.put('nic', after);
  logLink(context, before, after);
  return after;
}

/** Starts the driver; the adapter is up when it has a link. */
export function start(context: Context, nic: Nic, takes: 'nicStart' | 'pfReset'): void {
  const token = context.nextToken();
  put(context, nic, { state: 'restarting', stateToken: token });
  context.schedule(context.latencies[takes], { noun: 'nic', subject: nic.id, token });
}

/** Has the adapter halt; whatever was under way ends first. */
export function halt(context: Context, nic: Nic, afterHalt: Nic['afterHalt']): void {
  if (nic.state !== 'halting' && afterHalt === 'up') context.log({ about: 'nic', what: 'halting', nic });
  put(context, nic, { state: 'halting', afterHalt, stateToken: null });
}

/** Starts a driver that has stopped at once. What it left behind is cleared away first: that takes until the batch has settled. */
export function startAgain(context: Context, nic: Nic): void {
  if (nic.numVfs > 0) halt(context, nic, 'up');
  else start(context, nic, 'nicStart');
}

/** Goes on with a halt once nobody uses the adapter any more and its NIC switch is deleted. */
export function continueHalt(context: Context, nicId: string): void {
  const { world } = context;
  const nic = world.nic.get(nicId);
  if (nic?.state !== 'halting' || nic.numVfs > 0 || nic.enableToken !== null) return;
  if (vmqHolders(world, nicId).length > 0) return;
  if (nic.afterHalt === 'reset') {
    start(context, nic, 'pfReset');
    return;
  }
  callDriver(context, nic, 'MiniportHaltEx', { HaltAction: 'NdisHaltDeviceDisabled' });
  if (nic.afterHalt === 'up') return start(context, nic, 'nicStart');
  context.log({ about: 'nic', what: 'disabled', nic: put(context, nic, { state: 'disabled' }) });
}

/** The start that a timeline entry stands for is over. */
export function completeStart(context: Context, nicId: string, token: number): void {
  const nic = context.world.nic.get(nicId);
  if (nic?.stateToken !== token) return;
  if (nic.afterHalt === 'reset') callDriver(context, nic, 'MiniportResetEx', {}, context.latencies.pfReset);
  else callDriver(context, nic, 'MiniportInitializeEx', {}, context.latencies.nicStart);
  context.log({ about: 'nic', what: 'restarted', nic });
  put(context, nic, { state: 'up', afterHalt: 'up', stateToken: null });
}

/** The device stops at once: no OID reaches it any more, everything on it is gone. */
export function stopAtOnce(context: Context, nic: Nic, cause: 'failed' | 'removed'): void {
  const pnp = 'Plug and Play manager';
  if (cause === 'failed') {
    call(context, nic, ['PF miniport', pnp], 'IoInvalidateDeviceState', { PNP_DEVICE_FAILED: true });
  }
  call(context, nic, [pnp, 'NDIS'], 'IRP_MN_SURPRISE_REMOVAL', {});
  callDriver(context, nic, 'MiniportDevicePnPEventNotify', {
    DevicePnPEvent: 'NdisDevicePnPEventSurpriseRemoved',
  });
  callDriver(context, nic, 'MiniportHaltEx', { HaltAction: 'NdisHaltDeviceSurpriseRemoved' });
  context.log({ about: 'nic', what: cause, nic });
  put(context, nic, {
    state: 'failed',
    present: cause === 'failed',
    // An adapter that an administrator disabled is still disabled when its card returns.
    afterHalt: nic.state === 'disabled' ? 'disabled' : 'up',
    stateToken: null,
  });
}

/** At power-on every driver starts anew; what an administrator disabled, or what is not there, stays down. */
export function powerOnNics(context: Context): void {
  for (const nic of context.world.nic.values()) {
    const stays = nic.state === 'up' || nic.state === 'disabled' || !nic.present;
    if (!stays) put(context, nic, { state: 'up', afterHalt: 'up', stateToken: null });
  }
}
