import { expect, test } from 'vitest';
import { restoreEngine } from '../../../../../src/main/engine/engine';
import type { Command, CommandName } from '../../../../../src/shared/contract';
import { theHost } from '../../../../../src/shared/model/world-view';
import { furnish, sampleInputs } from '../../../../support/command-samples';
import {
  adapterOf,
  done,
  model,
  newEngine,
  refused,
  restartHost,
  vmOf,
  waitFor,
} from '../../../../support/engine';

const stop: Command = { name: 'host.stopService', input: {} };
const start: Command = { name: 'host.startService', input: {} };

function stopped() {
  const engine = newEngine();
  const furniture = furnish(engine);
  done(engine, stop);
  return { engine, furniture, samples: sampleInputs(furniture) };
}

test('virtual machines run on, and keep their VFs, while the service is stopped', () => {
  const { engine, furniture } = stopped();
  engine.advance(10_000);
  engine.check();
  expect(vmOf(engine, furniture.runningId).state).toBe('Running');
  expect(adapterOf(engine, furniture.runningId).dataPath).toBe('vf');
});

test('what has been begun is brought to its end without the service', () => {
  const engine = newEngine();
  const { offId } = furnish(engine);
  done(engine, { name: 'vm.start', input: { id: offId } }, stop);
  waitFor(engine, 'the VM runs', () => vmOf(engine, offId).state === 'Running');
});

test('a stopped service refuses what it would carry out, and nothing else', () => {
  const { engine, samples } = stopped();
  const saved = engine.save();
  const refusedNames = (Object.keys(samples) as CommandName[]).filter((name) => {
    // Another host for each: a restart, for one, would refuse all that come after it.
    const result = restoreEngine(saved, model).execute([{ name, input: samples[name] } as Command]);
    return !result.ok && result.error.code === 'host.serviceStopped';
  });
  const managed = Object.keys(samples).filter((name) => /^(vm|adapter|switch)\./.test(name));
  // What an application in the guest sends is nobody's business but the guest's.
  const expected = [
    ...managed.filter((name) => name !== 'adapter.setTraffic'),
    'host.modify',
    'host.stopService',
  ];
  expect(refusedNames.sort()).toEqual(expected.sort());
});

test('refuses a verb with a sentence that says what to do', () => {
  const { engine, furniture } = stopped();
  const refusal = refused(engine, { name: 'vm.save', input: { id: furniture.runningId } });
  expect(refusal.code).toBe('host.serviceStopped');
  expect(refusal.message).toMatch(/Virtual Machine Management service is not running on .*Start it/);
  done(engine, start, { name: 'vm.save', input: { id: furniture.runningId } });
});

test('stops and starts once, and says so in the event log', () => {
  const { engine } = stopped();
  expect(refused(engine, stop).code).toBe('host.serviceStopped');
  done(engine, start);
  expect(refused(engine, start).code).toBe('host.serviceRunning');
  const logged = engine.events(2);
  expect(logged.map(({ eventId }) => eventId)).toEqual([7036, 7036]);
  expect(logged.map(({ text }) => text.split(' ').at(-2))).toEqual(['stopped', 'running']);
});

test('the service starts with the host', () => {
  const { engine } = stopped();
  restartHost(engine);
  expect(theHost(engine.world).managementService).toBe('running');
});
