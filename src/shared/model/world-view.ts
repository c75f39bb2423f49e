/**
 * The whole host as read-only data: one map per kind of entity. Engine and console look at the
 * same shape, so that predicates over it are written once.
 */
import { z } from 'zod';
import { adapterSchema } from './adapter';
import type { Adapter } from './adapter';
import { hostSchema } from './host';
import { virtualHardDiskSchema } from './host-file';
import type { VirtualHardDisk } from './host-file';
import type { Host } from './host';
import { nicSchema } from './nic';
import type { Nic } from './nic';
import { pcieFunctionSchema } from './pcie';
import type { PcieFunction } from './pcie';
import { platformSchema } from './platform';
import type { Platform } from './platform';
import { switchSchema } from './switch';
import type { VirtualSwitch } from './switch';
import { vfSchema } from './vf';
import type { Vf } from './vf';
import { vmSchema } from './vm';
import type { Vm } from './vm';

/** Kind -> entity. `host` and `platform` have exactly one entity, under the kind's own name. */
export interface Entities {
  host: Host;
  platform: Platform;
  function: PcieFunction;
  nic: Nic;
  vf: Vf;
  switch: VirtualSwitch;
  vm: Vm;
  adapter: Adapter;
  /** Virtual hard disks, whether a drive holds them or not. */
  disk: VirtualHardDisk;
}

export type Kind = keyof Entities;

export const kinds = [
  'host',
  'platform',
  'function',
  'nic',
  'vf',
  'switch',
  'vm',
  'adapter',
  'disk',
] as const;

export type WorldView = { readonly [K in Kind]: ReadonlyMap<string, Entities[K]> };

/** One changed entity; `value` is null when it is gone. */
export type Change = {
  [K in Kind]: { readonly kind: K; readonly id: string; readonly value: Entities[K] | null };
}[Kind];

function changeOf<K extends Kind, S extends z.ZodType>(kind: K, schema: S) {
  return z.object({ kind: z.literal(kind), id: z.string(), value: schema.nullable() });
}

export const changeSchema = z.discriminatedUnion('kind', [
  changeOf('host', hostSchema),
  changeOf('platform', platformSchema),
  changeOf('function', pcieFunctionSchema),
  changeOf('nic', nicSchema),
  changeOf('vf', vfSchema),
  changeOf('switch', switchSchema),
  changeOf('vm', vmSchema),
  changeOf('adapter', adapterSchema),
  changeOf('disk', virtualHardDiskSchema),
]);

/** The one host; a world without it cannot be built. */
export function theHost(world: Pick<WorldView, 'host'>): Host {
  const host = world.host.get('host');
  if (host === undefined) throw new Error('The world has no host.');
  return host;
}

/** The one platform; a world without it cannot be built. */
export function thePlatform(world: Pick<WorldView, 'platform'>): Platform {
  const platform = world.platform.get('platform');
  if (platform === undefined) throw new Error('The world has no platform.');
  return platform;
}
