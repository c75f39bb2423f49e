/**
 * The Virtual Machine Management service (vmms.exe). It carries out what consoles and cmdlets ask;
 * virtual machines have worker processes of their own and run on without it, and so do the virtual
 * switches, which are drivers. Simplified: a restart of the host stops the virtual machines as their
 * automatic actions say, although nobody would be there to tell them.
 */
import type { CommandName } from '../../../shared/contract';
import { requireManagementService } from '../../../shared/model/host';
import { theHost } from '../../../shared/model/world-view';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

/** Everything about virtual machines, their adapters, virtual switches and Hyper-V Settings, but not what goes on in a guest. */
function isManaged(name: CommandName): boolean {
  if (name === 'host.modify') return true;
  return /^(?:vm|adapter|switch)\./.test(name) && name !== 'adapter.setTraffic';
}

/** Refuses commands that the service would carry out while it is stopped. */
export function requireService(context: Context, name: CommandName): Result<string> {
  const host = theHost(context.world);
  return isManaged(name) ? requireManagementService(host) : ok(host.id);
}

/** Refused while it is stopped already. */
export function stopService(context: Context): Result<string> {
  const host = theHost(context.world);
  if (host.managementService === 'stopped') {
    return refuse(
      'host.serviceStopped',
      `The Virtual Machine Management service on ${host.computerName} is stopped already.`,
    );
  }
  context.world.put('host', { ...host, managementService: 'stopped' });
  context.log({ about: 'host', what: 'serviceStopped' });
  return ok(host.id);
}

/** Refused while it runs already. */
export function startService(context: Context): Result<string> {
  const host = theHost(context.world);
  if (host.managementService === 'running') {
    return refuse(
      'host.serviceRunning',
      `The Virtual Machine Management service on ${host.computerName} is running already.`,
    );
  }
  context.world.put('host', { ...host, managementService: 'running' });
  context.log({ about: 'host', what: 'serviceStarted' });
  return ok(host.id);
}
