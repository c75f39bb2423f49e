/** The set-up and the screwdriver: what is stored now and comes into force with the host's next start. */
import type { Commands } from '../../../shared/contract';
import { patched } from '../../../shared/model/patch';
import { patchedHardware } from '../../../shared/model/platform';
import type { CardSlot, HardwarePatch, SlotPatch } from '../../../shared/model/platform';
import { thePlatform } from '../../../shared/model/world-view';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

type HardwareContext = Pick<Context, 'world' | 'nicCatalogue'>;

export function configure({ world }: Context, { settings }: Commands['firmware.configure']): Result<string> {
  const platform = thePlatform(world);
  world.put('platform', { ...platform, storedFirmware: patched(platform.storedFirmware, settings) });
  return ok('platform');
}

function differs(slot: CardSlot, change: SlotPatch): boolean {
  return JSON.stringify(patched(slot, change)) !== JSON.stringify(slot);
}

function requireCard(
  { nicCatalogue }: HardwareContext,
  slot: CardSlot,
  card: string,
  field: string,
): Result<null> {
  if (card === 'imported' && slot.imported) return ok(null);
  if (card === 'imported') {
    return refuse(
      'card.notImported',
      `The imported listing has nothing in ${slot.name}. Choose a network adapter, or leave the slot empty.`,
      field,
    );
  }
  if (nicCatalogue.some((model) => model.id === card)) return ok(null);
  return refuse('card.unknown', `The catalogue has no network adapter '${card}'. Choose another one.`, field);
}

function requireSlot(context: HardwareContext, change: SlotPatch, index: number): Result<null> {
  const { storedHardware } = thePlatform(context.world);
  const place = `settings.slots.${index}`;
  const slot = storedHardware.slots.find(({ portId }) => portId === change.portId);
  if (slot === undefined) {
    return refuse('slot.notFound', `There is no slot behind a port ${change.portId}.`, `${place}.portId`);
  }
  if (slot.fixed && differs(slot, change)) {
    return refuse(
      'slot.fixed',
      `${slot.name}: the adapter is soldered to the board. Choose another slot.`,
      `${place}.portId`,
    );
  }
  return change.card == null ? ok(null) : requireCard(context, slot, change.card, `${place}.card`);
}

/** Refuses hardware that the computer cannot have. */
export function requireHardware(context: HardwareContext, settings: HardwarePatch): Result<null> {
  for (const [index, change] of (settings.slots ?? []).entries()) {
    const possible = requireSlot(context, change, index);
    if (!possible.ok) return possible;
  }
  return ok(null);
}

export function configureHardware(
  context: Context,
  { settings }: Commands['hardware.configure'],
): Result<string> {
  const possible = requireHardware(context, settings);
  if (!possible.ok) return possible;
  const platform = thePlatform(context.world);
  context.world.put('platform', {
    ...platform,
    storedHardware: patchedHardware(platform.storedHardware, settings),
  });
  return ok('platform');
}
