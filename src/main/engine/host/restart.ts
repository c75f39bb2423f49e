/** The computer's own life: it goes down once its VMs are at rest, and comes up again. */
import { isActive } from '../../../shared/model/vm';
import { theHost } from '../../../shared/model/world-view';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

/** Refuses while the host is on its way down or up. */
export function requireRunning(context: Context): Result<string> {
  const host = theHost(context.world);
  if (host.state === 'running') return ok(host.id);
  return refuse('host.restarting', `${host.computerName} is restarting. Try again when it is up.`);
}

/** Announces the restart; the host waits for its VMs before it powers off. */
export function beginRestart(context: Context): void {
  context.world.put('host', { ...theHost(context.world), state: 'restarting', powerOnToken: null });
  context.log({ about: 'host', what: 'goingDown' });
}

/** Powers the computer off as soon as no VM and no VF is in use; it comes up by itself. */
export function powerOffWhenQuiet(context: Context): void {
  const { world, latencies } = context;
  const host = theHost(world);
  if (host.state !== 'restarting' || host.powerOnToken !== null) return;
  const busy =
    [...world.vm.values()].some(isActive) || [...world.vf.values()].some((vf) => vf.adapterId !== null);
  if (busy) return;
  const token = context.nextToken();
  world.put('host', { ...host, powerOnToken: token });
  context.schedule(latencies.hostRestart, { noun: 'host', subject: host.id, token });
}

/** The computer is up again. Answers false for a timeline entry that has been overtaken. */
export function powerOn(context: Context, token: number): boolean {
  const host = theHost(context.world);
  if (host.powerOnToken !== token) return false;
  context.world.put('host', {
    ...host,
    state: 'running',
    powerOnToken: null,
    startedAt: context.now,
    // It starts with Windows.
    managementService: 'running',
  });
  context.log({ about: 'host', what: 'up' });
  return true;
}
