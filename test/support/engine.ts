/** Engines for tests: built as the program builds them, driven by commands and simulated time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../src/main/engine/engine';
import type { Engine, Hardware } from '../../src/main/engine/engine';
import { programModel } from '../../src/main/hardware/model';
import { builtInHost } from '../../src/main/hosts/built-in-host';
import { lspciHost } from '../../src/main/hosts/lspci-host';
import type { Command } from '../../src/shared/contract';
import type { Adapter } from '../../src/shared/model/adapter';
import type { Nic } from '../../src/shared/model/nic';
import type { Vm } from '../../src/shared/model/vm';
import type { Refusal } from '../../src/shared/result';
import { atOnce } from './portions';

export const model = programModel();
export const startAt = Date.parse('2026-01-05T09:00:00Z');

export function newEngine(options: { seed?: number; hardware?: Hardware } = {}): Engine {
  return createEngine({
    seed: options.seed ?? 1,
    startAt,
    hardware: options.hardware ?? builtInHost(),
    model,
  });
}

/** Text of a supplied capture, by the name of its file. */
export function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '../fixtures/lspci', name), 'utf8');
}

export function lspciHardware(name: string): Hardware {
  const built = atOnce(lspciHost(fixture(name)));
  if (!built.ok) throw new Error(built.error.message);
  return built.value;
}

/** Carries out commands as one batch that must succeed; answers with their ids. */
export function done(engine: Engine, ...commands: Command[]): string[] {
  const result = engine.execute(commands);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value.ids;
}

/** Carries out commands that must be refused; answers with the refusal. */
export function refused(engine: Engine, ...commands: Command[]): Refusal {
  const before = JSON.stringify(engine.save());
  const result = engine.execute(commands);
  if (result.ok) throw new Error('The commands were carried out.');
  if (JSON.stringify(engine.save()) !== before) throw new Error('A refused batch left a trace.');
  return result.error;
}

/** Lets simulated time pass in small steps until the condition holds. */
export function waitFor(engine: Engine, what: string, holds: () => boolean, limitMs = 60_000): void {
  for (let passed = 0; !holds(); passed += 10) {
    if (passed >= limitMs) throw new Error(`${what}: not within ${limitMs} simulated ms.`);
    engine.advance(10);
    engine.check();
  }
}

export function vmOf(engine: Engine, id: string): Vm {
  const vm = engine.world.vm.get(id);
  if (vm === undefined) throw new Error(`No VM ${id}.`);
  return vm;
}

/** The VM's first adapter. */
export function adapterOf(engine: Engine, vmId: string): Adapter {
  const adapter = [...engine.world.adapter.values()].find((each) => each.vmId === vmId);
  if (adapter === undefined) throw new Error(`VM ${vmId} has no adapter.`);
  return adapter;
}

export function nicNamed(engine: Engine, description: RegExp): Nic {
  const nic = [...engine.world.nic.values()].find((each) => description.test(each.interfaceDescription));
  if (nic === undefined) throw new Error(`No adapter like ${String(description)}.`);
  return nic;
}

function externalSwitch(engine: Engine, nic: RegExp, iovEnabled: boolean): string {
  const nicId = nicNamed(engine, nic).id;
  const input = { name: 'External', type: 'External', nicId, iovEnabled } as const;
  return done(engine, { name: 'switch.create', input })[0] ?? '';
}

/** A switch on the adapter and a VM on the switch; SR-IOV is asked for on both. */
export function iovVm(
  engine: Engine,
  options: { nic?: RegExp; switchIov?: boolean; name?: string; switchId?: string } = {},
): { switchId: string; vmId: string; adapterId: string } {
  const name = options.name ?? 'VM 1';
  const switchId =
    options.switchId ?? externalSwitch(engine, options.nic ?? /X520/, options.switchIov ?? true);
  const [vmId = ''] = done(engine, {
    name: 'vm.create',
    input: { name, generation: 2, startupMemoryMb: 1024, switchId },
  });
  const adapterId = adapterOf(engine, vmId).id;
  done(engine, { name: 'adapter.modify', input: { id: adapterId, iovWeight: 100 } });
  return { switchId, vmId, adapterId };
}

/** Restarts the host and waits until it is up again. */
export function restartHost(engine: Engine): void {
  done(engine, { name: 'host.restart', input: {} });
  waitFor(engine, 'the host is up', () => engine.world.host.get('host')?.state === 'running', 120_000);
}
