/**
 * After every command and every timeline entry: what changed may oblige other nouns to act. VFs
 * come and go with their switch, adapters get or lose a VF or a VMQ, data paths follow, a physical
 * adapter that halts goes down once everybody has let go, a host once its VMs have.
 */
import type { Change } from '../../shared/model/world-view';
import { refreshDataPath } from './adapter/data-path';
import { followNetvsc } from './adapter/netvsc';
import { powerOffWhenQuiet } from './host/restart';
import type { Context } from './world/context';
import { continueHalt } from './nic/lifecycle';
import { followFilter } from './nic/receive-filter';
import { reconcileVfs } from './nic/virtual-functions';
import { allocateVmqs, lacksVmq, releaseVmq } from './nic/vmq';
import * as registers from './pcie/virtual-functions';
import { reconcileAdapter } from './vf/assignment';
import { serveQueue, waitsAt } from './vf/queue';

interface Concerned {
  readonly adapters: Set<string>;
  readonly nics: Set<string>;
}

function concernedBy(context: Context, changes: readonly Change[]): Concerned {
  const { world } = context;
  const adapters = new Set<string>();
  const nics = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'adapter') {
      adapters.add(change.id);
      // What a removed adapter held is free for others.
      if (change.value === null) for (const id of world.nic.keys()) nics.add(id);
    } else if (change.kind === 'vm') for (const each of world.adaptersOf(change.id)) adapters.add(each.id);
    else if (change.kind === 'vf') {
      if (change.value === null || change.value.adapterId !== null) continue;
      nics.add(change.value.nicId);
    } else {
      // Rare and far-reaching: a switch, a NIC, the platform or the host itself.
      for (const id of world.adapter.keys()) adapters.add(id);
      for (const id of world.nic.keys()) nics.add(id);
    }
  }
  return { adapters, nics };
}

/** One pass over everything that the changes concern; its own changes need another pass. */
export function reconcile(context: Context, changes: readonly Change[]): void {
  const { adapters, nics } = concernedBy(context, changes);
  // VMQs go before the NIC switch that has their VPorts, and come once it is clear who gets a VF.
  const withVPorts = new Set<string | null>(nics);
  for (const id of adapters) withVPorts.add(releaseVmq(context, id));
  for (const id of nics) {
    const nic = context.world.nic.get(id);
    if (nic !== undefined) reconcileVfs(context, nic, registers);
  }
  for (const id of adapters) {
    reconcileAdapter(context, id);
    followNetvsc(context, id);
    refreshDataPath(context, id);
    followFilter(context, id);
    withVPorts.add(releaseVmq(context, id)).add(lacksVmq(context, id)).add(waitsAt(context, id));
  }
  for (const id of withVPorts) {
    if (id === null) continue;
    serveQueue(context, id);
    const nic = context.world.nic.get(id);
    if (nic !== undefined) allocateVmqs(context, nic);
    continueHalt(context, id);
  }
  powerOffWhenQuiet(context);
}
