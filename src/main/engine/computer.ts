/** The computer at power-on: stored settings come into force, cards are where they have been put. */
import { absentNicId } from '../../shared/model/absent-nic';
import type { AbsentNic } from '../../shared/model/absent-nic';
import { sriovSupport } from '../../shared/model/nic';
import type { Nic } from '../../shared/model/nic';
import { patched } from '../../shared/model/patch';
import { patchedHardware, platformReasons } from '../../shared/model/platform';
import type { Platform } from '../../shared/model/platform';
import type { NicModel } from '../../shared/model/nic-model';
import type { PlatformOutlook, PlatformPatch } from '../../shared/model/platform-outlook';
import { theHost, thePlatform } from '../../shared/model/world-view';
import { installAdapters } from '../../shared/pcie/network-adapters';
import { ok } from '../../shared/result';
import type { Result } from '../../shared/result';
import { requireHardware } from './firmware/configure';
import { startedFunctions } from './pcie/start-up';
import type { StartedFunctions } from './pcie/start-up';
import type { Context } from './world/context';
import type { StoredEntities, World } from './world/world';

type SetUp = Pick<Platform, 'firmware' | 'hardware'>;

interface Computer extends StartedFunctions {
  readonly nics: readonly Nic[];
  readonly absent: readonly AbsentNic[];
}

/** The computer as a start with this set-up would find it. */
function computerWith(world: World, setUp: SetUp, catalogue: readonly NicModel[]): Computer {
  const started = startedFunctions(world, thePlatform(world), setUp, catalogue);
  const before = {
    nics: [...world.nic.values()],
    absent: theHost(world).absentNics,
    functions: world.function,
  };
  return { ...started, ...installAdapters(started.functions, before, catalogue) };
}

type Exchanged = 'function' | 'config' | 'nic';

/** Makes exactly the given entities of a kind exist; those that are as they were are not touched. */
function exchange<K extends Exchanged>(world: World, kind: K, wanted: readonly StoredEntities[K][]): void {
  const present: ReadonlyMap<string, StoredEntities[K]> = new Map(
    world[kind] as Map<string, StoredEntities[K]>,
  );
  const kept = new Set(wanted.map(({ id }) => id));
  for (const id of present.keys()) if (!kept.has(id)) world.remove(kind, id);
  for (const each of wanted) {
    if (JSON.stringify(present.get(each.id)) !== JSON.stringify(each)) world.put(kind, each);
  }
}

/**
 * A switch names its adapter by the address, or by what the host remembers of it while it is not
 * there. Answers with the adapters and the switches that serve them now.
 */
function bindAdapters(world: World, { nics, functions }: Computer): Nic[] {
  const before = new Map([...world.function.values()].map((each) => [each.id, absentNicId(each)]));
  const inComputer = new Map(functions.map((each) => [absentNicId(each), each.id]));
  const switches = new Map<string, string>();
  for (const each of world.switch.values()) {
    if (each.nicId === null) continue;
    const remembered = before.get(each.nicId) ?? each.nicId;
    const nicId = inComputer.get(remembered) ?? remembered;
    switches.set(nicId, each.id);
    if (nicId !== each.nicId) world.put('switch', { ...each, nicId });
  }
  return nics.map((nic) => ({ ...nic, switchId: switches.get(nic.id) ?? null }));
}

/** At power-on the stored settings come into force. */
export function startComputer({ world, nicCatalogue }: Context): void {
  const platform = thePlatform(world);
  const setUp = { firmware: platform.storedFirmware, hardware: platform.storedHardware };
  const computer = computerWith(world, setUp, nicCatalogue);
  const nics = bindAdapters(world, computer);
  exchange(world, 'function', computer.functions);
  exchange(world, 'config', computer.configs);
  exchange(world, 'nic', nics);
  world.put('host', { ...theHost(world), absentNics: [...computer.absent] });
  world.put('platform', { ...platform, ...setUp });
}

/** What Windows would report after a restart if the changes were stored; refused as the commands would be. */
export function outlookAfter(
  context: Pick<Context, 'world' | 'nicCatalogue'>,
  { firmware, hardware }: PlatformPatch,
): Result<PlatformOutlook> {
  const possible = requireHardware(context, hardware);
  if (!possible.ok) return possible;
  const platform = thePlatform(context.world);
  const setUp = {
    firmware: patched(platform.storedFirmware, firmware),
    hardware: patchedHardware(platform.storedHardware, hardware),
  };
  const { functions, nics } = computerWith(context.world, setUp, context.nicCatalogue);
  const after = { ...platform, ...setUp };
  const found = new Map(functions.map((each) => [each.id, each]));
  return ok({
    reasons: [...platformReasons(after, found)],
    // An adapter that has been pulled out stays away, and Windows reports nothing for it.
    adapters: nics
      .filter(({ present }) => present)
      .map((nic) => {
        // Whatever ails a driver now, it starts anew.
        const started: Nic = { ...nic, state: 'up' };
        const { id, name, interfaceDescription } = nic;
        return { id, name, interfaceDescription, support: sriovSupport(started, after, found) };
      }),
  });
}
