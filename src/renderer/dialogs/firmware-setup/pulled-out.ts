/** Cards that were pulled out of the running computer: their slots still have them, and hold nothing. */
import type { Command } from '../../../shared/contract';
import { bridgeAbove } from '../../../shared/model/pcie';
import type { PcieFunction } from '../../../shared/model/pcie';
import type { WorldView } from '../../../shared/model/world-view';

type InWorld = Pick<WorldView, 'function' | 'nic'>;

/** Whether the function is reached through the port, further bridges in between or not. */
function isBehind({ function: functions }: InWorld, from: PcieFunction, portId: string): boolean {
  let above = bridgeAbove(functions.values(), from);
  // No path has more bridges than the computer has functions.
  for (let hops = 0; above !== undefined && hops < functions.size; hops += 1) {
    if (above.id === portId) return true;
    above = bridgeAbove(functions.values(), above);
  }
  return false;
}

/** The commands that put back everything that was pulled out behind the port; empty when nothing was. */
export function returnCommands(world: InWorld, portId: string): readonly Command[] {
  // The functions of one card come back together.
  const cards = new Map<string, string>();
  for (const nic of world.nic.values()) {
    const own = world.function.get(nic.id);
    if (nic.present || own === undefined || !isBehind(world, own, portId)) continue;
    const card = `${own.domain} ${own.routingId >> 3}`;
    if (!cards.has(card)) cards.set(card, nic.id);
  }
  return [...cards.values()].map((nicId) => ({ name: 'fault.returnNic', input: { nicId } }));
}
