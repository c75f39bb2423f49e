import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok, refuse } from '../../../../src/shared/result';
import { dialogStore } from '../../../../src/renderer/host/dialogs';
import { hostStore } from '../../../../src/renderer/host/store';
import { emptyWorld, withChanges } from '../../../../src/renderer/host/world-state';
import { runAction } from '../../../../src/renderer/menus/run-action';
import { FakePort } from '../support/fake-port';
import { fakeChanges, fakeVm, runningVm } from '../support/fake-world';

const vms = [
  fakeVm({ id: 'off', name: 'Off01' }),
  runningVm({ id: 'on', name: 'On01' }),
  runningVm({ id: 'on2', name: 'On02' }),
];
let answer: (vmId: string) => unknown;
let port: FakePort;

beforeEach(() => {
  answer = () => ok({ ids: [] });
  port = new FakePort({
    execute: (input) => answer((input as { commands: { input: { id: string } }[] }).commands[0]!.input.id),
  });
  vi.stubGlobal('window', { host: port });
  hostStore.setState({ ready: true, world: withChanges(emptyWorld(), fakeChanges(vms)) });
});

afterEach(() => {
  dialogStore.setState([], true);
  vi.unstubAllGlobals();
});

function dialogs() {
  return dialogStore.getState().map((each) => each.request);
}

function confirmation() {
  const [request] = dialogs();
  if (request?.kind !== 'confirm') throw new Error('No confirmation is open.');
  return request;
}

test('starts at once', () => {
  runAction('start', ['off']);
  expect(port.asked).toEqual([
    { name: 'execute', input: { commands: [{ name: 'vm.start', input: { id: 'off' } }] } },
  ]);
  expect(dialogs()).toEqual([]);
});

test('asks before it turns off, and then turns each off on its own, in order', async () => {
  runAction('turnOff', ['on', 'on2']);
  expect(port.asked).toEqual([]);
  expect(confirmation()).toMatchObject({
    title: 'Turn Off Machine',
    confirm: 'Turn Off',
    refuse: "Don't Turn Off",
  });
  confirmation().onConfirm();
  await vi.waitFor(() => expect(port.asked).toHaveLength(2));
  expect(port.asked.map((each) => each.input)).toEqual([
    { commands: [{ name: 'vm.turnOff', input: { id: 'on' } }] },
    { commands: [{ name: 'vm.turnOff', input: { id: 'on2' } }] },
  ]);
});

test.each([
  ['shutDown', 'on', 'Shut Down Machine'],
  ['reset', 'on', 'Reset Machine'],
  ['delete', 'off', 'Delete Selected Virtual Machines'],
] as const)('asks before %s', (verb, id, title) => {
  runAction(verb, [id]);
  expect(confirmation().title).toBe(title);
});

test('names the VM in the question, or counts them', () => {
  runAction('turnOff', ['on']);
  expect(confirmation().message).toContain('"On01"');
  dialogStore.setState([], true);
  runAction('turnOff', ['on', 'on2']);
  expect(confirmation().message).toContain('the 2 selected virtual machines');
});

test('shows what the host refused in its own words', async () => {
  answer = () => refuse('vm.memory', 'Not enough memory.');
  runAction('start', ['off']);
  await vi.waitFor(() =>
    expect(dialogs()).toEqual([
      {
        kind: 'failure',
        title: 'Hyper-V Manager',
        header: 'An error occurred while attempting to start the selected virtual machine(s).',
        detail: 'Not enough memory.',
      },
    ]),
  );
});

async function failureDetail(): Promise<string> {
  await vi.waitFor(() => expect(dialogs()).toHaveLength(1));
  const [request] = dialogs();
  if (request?.kind !== 'failure') throw new Error('No failure is shown.');
  return request.detail;
}

test('goes on after a refusal', async () => {
  answer = (vmId) => (vmId === 'on' ? refuse('vm.wrongState', "'On01' cannot be saved.") : ok({ ids: [] }));
  runAction('save', ['on', 'on2']);
  expect(await failureDetail()).toBe("'On01' cannot be saved.");
  expect(port.asked).toHaveLength(2);
});

test('shows the refusals of several VMs in one box, each with its VM', async () => {
  answer = (vmId) => refuse('x', vmId === 'on' ? "'On01' cannot be saved." : 'The host does not answer.');
  runAction('save', ['on', 'on2']);
  expect(await failureDetail()).toBe("'On01' cannot be saved.\n'On02': The host does not answer.");
});

test.each([
  [10, 10, "'Vm10': No."],
  [13, 11, 'and 3 more'],
])('lists ten refusals at most: %i VMs in %i lines', async (count, lines, last) => {
  const many = Array.from({ length: count }, (_, index) =>
    fakeVm({ id: `vm${index + 1}`, name: `Vm${index + 1}` }),
  );
  hostStore.setState({ world: withChanges(emptyWorld(), fakeChanges(many)) });
  answer = () => refuse('x', 'No.');
  runAction(
    'start',
    many.map((vm) => vm.id),
  );
  const detail = (await failureDetail()).split('\n');
  expect([detail.length, detail.at(-1)]).toEqual([lines, last]);
});

test('does nothing that the state does not allow', () => {
  runAction('start', ['on']);
  runAction('delete', ['on']);
  runAction('resume', ['off']);
  expect(port.asked).toEqual([]);
  expect(dialogs()).toEqual([]);
});

test('leaves out VMs that are gone', () => {
  runAction('start', ['nobody', 'off']);
  expect(port.asked).toHaveLength(1);
  runAction('start', ['nobody']);
  expect(port.asked).toHaveLength(1);
});

test('connect opens a window beside this one', () => {
  runAction('connect', ['on']);
  expect(port.asked).toEqual([{ name: 'window.open', input: { kind: 'guest', vmId: 'on' } }]);
  expect(dialogs()).toEqual([]);
});

test('settings and rename open their dialogs', () => {
  runAction('settings', ['on']);
  runAction('rename', ['on']);
  expect(dialogs()).toEqual([
    { kind: 'vmSettings', vmId: 'on' },
    { kind: 'rename', vmId: 'on' },
  ]);
});
