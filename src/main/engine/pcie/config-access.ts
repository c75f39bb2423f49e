/** Configuration reads and writes of the simulated host. The bytes are the truth; the facts follow them. */
import { deviceHasAri } from '../../../shared/model/pcie';
import { bytesOf, stored } from '../../../shared/pcie/config-space';
import type { FunctionSpace } from '../../../shared/pcie/config-space';
import { factsOf } from '../../../shared/pcie/decode';
import { ariHierarchySet, placeVfs } from '../../../shared/pcie/vf-placing';
import { writeConfig as written } from '../../../shared/pcie/write-config';
import type { WriteSize } from '../../../shared/pcie/write-config';
import type { Context } from '../world/context';

type InWorld = Pick<Context, 'world'>;

/** A function with its bytes, as a copy that the caller owns. */
export function spaceOf({ world }: InWorld, id: string): FunctionSpace {
  const { domain, routingId } = world.need('function', id);
  const config = world.need('config', id);
  return { id, domain, routingId, bytes: bytesOf(config), silicon: config.silicon };
}

/** Puts a function's bytes into the world and lets its facts say what they say. */
export function putSpace({ world }: InWorld, space: FunctionSpace): void {
  const config = stored(space);
  if (config.hex === world.need('config', space.id).hex) return;
  world.put('config', config);
  const before = world.need('function', space.id);
  const after = { ...before, ...factsOf(space.bytes, space.silicon) };
  if (JSON.stringify(after) !== JSON.stringify(before)) world.put('function', after);
}

/** Reads 1, 2 or 4 bytes of a function's configuration space. */
export function readConfig(context: InWorld, id: string, offset: number, size: WriteSize): number {
  const { bytes } = spaceOf(context, id);
  let value = 0;
  for (let index = size - 1; index >= 0; index -= 1) value = value * 0x100 + (bytes[offset + index] ?? 0xff);
  return value;
}

/** Writes 1, 2 or 4 bytes as the function's access rules allow. */
export function writeConfig(
  context: InWorld,
  id: string,
  offset: number,
  size: WriteSize,
  value: number,
): void {
  const space = spaceOf(context, id);
  const { function: functions } = context.world;
  const ari = deviceHasAri(functions.values(), context.world.need('function', id));
  const bytes = written(space, offset, size, value, ari);
  putSpace(context, { ...space, bytes });
  const before = ariHierarchySet(space.bytes);
  const after = ariHierarchySet(bytes);
  if (before !== after) moveSiblings(context, space, after);
}

/** The bit of the lowest-numbered PF moves the VFs of all PFs of the device. */
function moveSiblings(context: InWorld, lowest: FunctionSpace, ari: boolean): void {
  for (const { id, domain, routingId } of context.world.function.values()) {
    const isSibling = domain === lowest.domain && routingId >> 3 === lowest.routingId >> 3;
    if (!isSibling || id === lowest.id) continue;
    const space = spaceOf(context, id);
    placeVfs(space.bytes, space.silicon, ari);
    putSpace(context, space);
  }
}
