/** Virtual machines for tests of their drives. */
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Command } from '../../../../../src/shared/contract';
import type { Drive } from '../../../../../src/shared/model/storage';
import { done, refused, vmOf, waitFor } from '../../../../support/engine';

type Creation = Extract<Command, { name: 'vm.create' }>['input'];

export const dataPath = String.raw`C:\VMs\Data.vhdx`;
export const isoPath = String.raw`C:\ISO\Setup.iso`;

/** A VM that is off, and its id. */
export function newVm(engine: Engine, input: Partial<Creation> = {}): string {
  const all = { name: 'VM', generation: 2, startupMemoryMb: 1024, switchId: null, ...input } as const;
  return done(engine, { name: 'vm.create', input: all })[0] ?? '';
}

/** A virtual hard disk on the host that no drive holds. */
export function newDisk(engine: Engine, path: string): void {
  const id = newVm(engine, { name: 'Maker', hardDisk: { kind: 'new', path, sizeGb: 40 } });
  done(engine, { name: 'vm.delete', input: { id } });
}

export function run(engine: Engine, id: string): void {
  done(engine, { name: 'vm.start', input: { id } });
  waitFor(engine, 'the guest is up', () => vmOf(engine, id).guest.state === 'running');
}

/** The drive at `IDE 0:1` and the like. */
export function driveAt(engine: Engine, id: string, place: string): Drive | undefined {
  return vmOf(engine, id).storage.drives.find(
    (drive) => `${drive.controllerType} ${drive.controllerNumber}:${drive.controllerLocation}` === place,
  );
}

export function places(engine: Engine, id: string): string[] {
  return vmOf(engine, id).storage.drives.map(
    ({ kind, controllerType, controllerNumber, controllerLocation }) =>
      `${kind} ${controllerType} ${controllerNumber}:${controllerLocation}`,
  );
}

/** Code and field of the refusal, and its sentence. */
export function refusal(engine: Engine, command: Command): { code: string; field?: string; message: string } {
  const { code, field = '', message } = refused(engine, command);
  return { code, field: field.replace('commands.0.input.', ''), message };
}
