import { describe, expect, it } from 'vitest';
import { restoreEngine } from '../../../../../src/main/engine/engine';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Commands } from '../../../../../src/shared/contract';
import type { Vm } from '../../../../../src/shared/model/vm';
import { done, model, newEngine, refused, vmOf, waitFor } from '../../../../support/engine';

type Actions = Omit<Commands['vm.setAutomaticActions'], 'id'>;

function newVm(engine: Engine, name: string, actions: Actions = {}): string {
  const input = { name, generation: 2, startupMemoryMb: 1024, switchId: null } as const;
  const [id = ''] = done(engine, { name: 'vm.create', input });
  done(engine, { name: 'vm.setAutomaticActions', input: { id, ...actions } });
  return id;
}

function run(engine: Engine, id: string): void {
  done(engine, { name: 'vm.start', input: { id } });
  waitFor(engine, 'the guest is up', () => vmOf(engine, id).guest.state === 'running');
}

function runningVm(engine: Engine, name: string, actions: Actions = {}): string {
  const id = newVm(engine, name, actions);
  run(engine, id);
  return id;
}

/** Takes the host down and lets it come up again; answers with the VMs' states while its power was off. */
function restart(engine: Engine): Map<string, Vm['state']> {
  done(engine, { name: 'host.restart', input: {} });
  const host = () => engine.world.host.get('host');
  waitFor(engine, 'the power is off', () => host()?.powerOnToken != null, 120_000);
  const states = new Map([...engine.world.vm.values()].map((vm) => [vm.name, vm.state]));
  waitFor(engine, 'the host is up', () => host()?.state === 'running');
  return states;
}

function happenings(engine: Engine, vm: string): string[] {
  return engine
    .events(1000)
    .filter((event) => event.text.startsWith(`'${vm}'`))
    .map((event) => event.text.replace(/ \(Virtual machine.*/, ''));
}

/** The same host with a guest that answers nobody. */
function withHungGuest(engine: Engine, id: string): Engine {
  const saved = engine.save();
  const vm = saved.entities.vm.map((each) =>
    each.id === id ? { ...each, guest: { ...each.guest, responsive: false } } : each,
  );
  return restoreEngine({ ...saved, entities: { ...saved.entities, vm } }, model);
}

describe('the automatic stop action', () => {
  it('saves, turns off or shuts down', () => {
    const engine = newEngine();
    runningVm(engine, 'Saved');
    runningVm(engine, 'Cut', { stop: 'TurnOff' });
    runningVm(engine, 'Asked', { stop: 'ShutDown' });
    const states = restart(engine);
    expect([...states]).toEqual([
      ['Saved', 'Saved'],
      ['Cut', 'Off'],
      ['Asked', 'Off'],
    ]);
    expect(happenings(engine, 'Saved')).toContain("'Saved' saved successfully.");
    expect(happenings(engine, 'Cut')).toContain("'Cut' was turned off.");
    expect(happenings(engine, 'Asked')).toContain(
      "'Asked' was shut down using the Shutdown Integration Component.",
    );
  });

  it('turns a VM off that cannot follow it', () => {
    const engine = newEngine();
    const booting = newVm(engine, 'Booting', { stop: 'ShutDown' });
    const paused = runningVm(engine, 'Paused', { stop: 'ShutDown' });
    done(engine, { name: 'vm.pause', input: { id: paused } });
    waitFor(engine, 'paused', () => vmOf(engine, paused).state === 'Paused');
    done(engine, { name: 'vm.start', input: { id: booting } });
    waitFor(engine, 'booting', () => vmOf(engine, booting).state === 'Running');
    expect([...restart(engine).values()]).toEqual(['Off', 'Off']);
    expect(happenings(engine, 'Booting')).toContain("'Booting' was turned off.");
    expect(happenings(engine, 'Paused')).toContain("'Paused' was turned off.");
  });

  it('turns a guest off that does not answer within the time-out', () => {
    const first = newEngine();
    const id = runningVm(first, 'Hung', { stop: 'ShutDown' });
    const engine = withHungGuest(first, id);
    expect(refused(engine, { name: 'vm.shutDown', input: { id } }).code).toBe('guest.notResponding');
    done(engine, { name: 'host.restart', input: {} });
    engine.advance(model.latencies.vmShutDownLimit - 1);
    expect(vmOf(engine, id).state).toBe('Stopping');
    engine.advance(1);
    expect(vmOf(engine, id).state).toBe('Off');
    expect(happenings(engine, 'Hung')).toContain("'Hung' was turned off.");
    expect(happenings(engine, 'Hung').join()).not.toContain('shut down');
  });
});

describe('the automatic start action', () => {
  it('starts what ran, always, or not at all', () => {
    const engine = newEngine();
    const ran = runningVm(engine, 'Ran');
    const stayed = newVm(engine, 'Stayed');
    const always = newVm(engine, 'Always', { start: { action: 'Start', delaySeconds: 0 } });
    const never = runningVm(engine, 'Never', { start: { action: 'Nothing', delaySeconds: 0 } });
    restart(engine);
    engine.advance(10_000);
    const state = (id: string) => vmOf(engine, id).state;
    expect([ran, stayed, always, never].map(state)).toEqual(['Running', 'Off', 'Running', 'Saved']);
    expect([...engine.world.vm.values()].some((vm) => vm.ranBeforeRestart)).toBe(false);
  });

  it('waits for its delay', () => {
    const engine = newEngine();
    const id = newVm(engine, 'Late', { start: { action: 'Start', delaySeconds: 30 } });
    restart(engine);
    engine.advance(29_000);
    expect(vmOf(engine, id).state).toBe('Off');
    engine.advance(1000);
    expect(vmOf(engine, id).state).toBe('Starting');
  });

  it('is overtaken by what a person does meanwhile', () => {
    const engine = newEngine();
    const id = newVm(engine, 'Late', { start: { action: 'Start', delaySeconds: 30 } });
    restart(engine);
    done(engine, { name: 'vm.start', input: { id } });
    engine.advance(5000);
    done(engine, { name: 'vm.turnOff', input: { id } });
    engine.advance(60_000);
    expect(vmOf(engine, id).state).toBe('Off');
  });

  it('does not start a VM on a host that goes down before the delay is over', () => {
    const engine = newEngine();
    const id = runningVm(engine, 'Late', { start: { action: 'StartIfRunning', delaySeconds: 30 } });
    restart(engine);
    engine.advance(29_000);
    restart(engine);
    engine.advance(60_000);
    // It did not run when the host went down the second time.
    expect(vmOf(engine, id).state).toBe('Saved');
  });

  it('keeps what is not named and refuses a VM that is not there', () => {
    const engine = newEngine();
    const id = newVm(engine, 'A', { stop: 'TurnOff' });
    done(engine, {
      name: 'vm.setAutomaticActions',
      input: { id, start: { action: 'Start', delaySeconds: 5 } },
    });
    expect(vmOf(engine, id)).toMatchObject({
      automaticStart: { action: 'Start', delaySeconds: 5 },
      automaticStop: 'TurnOff',
    });
    const command = { name: 'vm.setAutomaticActions', input: { id: 'none' } } as const;
    expect(refused(engine, command).code).toBe('vm.notFound');
  });
});
