/**
 * The PCI functions of a computer that has just been switched on: what is in the slots, numbered
 * and given memory by firmware as its set-up allows.
 */
import type { NicModel } from '../../../shared/model/nic-model';
import { busOf } from '../../../shared/model/pcie';
import type { PcieFunction } from '../../../shared/model/pcie';
import type { CardSlot, Platform } from '../../../shared/model/platform';
import { cardFunctions } from '../../../shared/pcie/card-functions';
import { stored } from '../../../shared/pcie/config-space';
import type { StoredConfig } from '../../../shared/pcie/config-space';
import { enumerate } from '../../../shared/pcie/enumerate';
import type { FirmwareResources } from '../../../shared/pcie/enumerate';
import { functionOf, namedSpaceOf } from '../../../shared/pcie/named-space';
import type { NamedSpace } from '../../../shared/pcie/named-space';
import { invariant } from '../kernel/invariant';
import type { World } from '../world/world';
import { rebuiltPort } from './port-hardware';

export interface StartedFunctions {
  readonly functions: readonly PcieFunction[];
  readonly configs: readonly StoredConfig[];
}

type SetUp = Pick<Platform, 'firmware' | 'hardware'>;

function resourcesOf({ firmware, hardware }: SetUp): FirmwareResources {
  return {
    above4gDecoding: firmware.above4gDecoding,
    sriovResources: firmware.sriovSupport,
    ari: firmware.ariSupport,
    acs: firmware.acsControl,
    mmio32MiB: hardware.mmioBelow4gMib,
  };
}

/** Everything that decides about functions, bus numbers and addresses, as one comparable text. */
function decisive(setUp: SetUp): string {
  return JSON.stringify([resourcesOf(setUp), setUp.hardware.slots]);
}

/** Ids of everything that is reached through the port, behind further bridges too. */
function behind(spaces: readonly NamedSpace[], functions: ReadonlyMap<string, PcieFunction>, portId: string) {
  const found = new Set<string>();
  const bridges = [portId];
  for (const id of bridges) {
    const port = functions.get(id);
    const bus = port?.bridge?.secondaryBus;
    for (const each of spaces) {
      const reached = each.domain === port?.domain && busOf(each.routingId) === bus;
      if (!reached || found.has(each.id) || each.id === portId) continue;
      found.add(each.id);
      bridges.push(each.id);
    }
  }
  return found;
}

interface Board {
  readonly spaces: readonly NamedSpace[];
  readonly functions: ReadonlyMap<string, PcieFunction>;
  readonly slots: readonly CardSlot[];
}

/** What the board holds before anything is exchanged: an imported one as imported, else as it is now. */
function boardOf(world: World, platform: Platform): Board {
  const imported = world.imported.get('imported');
  const functions = imported?.functions ?? [...world.function.values()];
  const configs = new Map((imported?.configs ?? [...world.config.values()]).map((each) => [each.id, each]));
  const spaces = functions.flatMap((each) => {
    const config = configs.get(each.id);
    return config === undefined ? [] : [namedSpaceOf(each, config)];
  });
  return {
    spaces,
    functions: new Map(functions.map((each) => [each.id, each])),
    slots: imported?.hardware.slots ?? platform.hardware.slots,
  };
}

function inNewCard(port: PcieFunction, card: string, catalogue: readonly NicModel[]): NamedSpace[] {
  const model = catalogue.find(({ id }) => id === card);
  invariant(model !== undefined && port.bridge !== null, `There is no card ${card} for ${port.id}.`);
  return cardFunctions(port.domain, port.bridge.secondaryBus, model);
}

/** Puts one slot into its new state. */
function withSlot(board: Board, slot: CardSlot, catalogue: readonly NicModel[]): NamedSpace[] {
  const before = board.slots.find(({ portId }) => portId === slot.portId);
  const port = board.functions.get(slot.portId);
  invariant(before !== undefined && port !== undefined, `There is no slot behind ${slot.portId}.`);
  if (JSON.stringify(before) === JSON.stringify(slot)) return [...board.spaces];
  const rebuilt = board.spaces.map((each) => (each.id === slot.portId ? rebuiltPort(each, slot) : each));
  if (before.card === slot.card) return rebuilt;
  const gone = behind(board.spaces, board.functions, slot.portId);
  const rest = rebuilt.filter(({ id }) => !gone.has(id));
  return slot.card === null ? rest : [...rest, ...inNewCard(port, slot.card, catalogue)];
}

/**
 * What the computer's functions are after a start with this set-up. An imported computer keeps the
 * numbers and addresses that its real firmware gave as long as nothing decisive has been changed.
 */
export function startedFunctions(
  world: World,
  platform: Platform,
  setUp: SetUp,
  catalogue: readonly NicModel[],
): StartedFunctions {
  const imported = world.imported.get('imported');
  if (imported !== undefined && decisive(imported) === decisive(setUp)) return imported;
  const board = boardOf(world, platform);
  const spaces = setUp.hardware.slots.reduce<readonly NamedSpace[]>(
    (present, slot) => withSlot({ ...board, spaces: present }, slot, catalogue),
    board.spaces,
  );
  const inOrder = [...spaces].sort(
    (left, right) => left.domain - right.domain || left.routingId - right.routingId,
  );
  const started = enumerate(inOrder, resourcesOf(setUp));
  return { functions: started.map(functionOf), configs: started.map(stored) };
}
