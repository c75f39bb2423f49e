import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e/fixtures';
import {
  act,
  actOn,
  actionsUnder,
  dialog,
  expectState,
  select,
  start,
  virtualMachines,
  vmCell,
  vmRow,
} from '../support/e2e/frame';
import { answer, newVirtualMachine, rename } from '../support/e2e/virtual-machines';

/** The verbs of each state, in the order of Hyper-V Manager's Actions pane. */
const verbs = {
  Off: ['Connect...', 'Settings...', 'Start', 'Rename...', 'Delete...'],
  Running: [
    'Connect...',
    'Settings...',
    'Turn Off...',
    'Shut Down...',
    'Save',
    'Pause',
    'Reset...',
    'Rename...',
  ],
  Paused: ['Connect...', 'Settings...', 'Turn Off...', 'Save', 'Resume', 'Reset...', 'Rename...'],
  Saved: ['Connect...', 'Settings...', 'Start', 'Rename...', 'Delete...', 'Delete Saved State...'],
} as const;

async function expectVerbs(page: Page, vm: string, state: keyof typeof verbs): Promise<void> {
  await expectState(page, vm, state);
  await expect(actionsUnder(page, vm)).toHaveText([...verbs[state], 'Help'], { timeout: 20_000 });
}

interface Question {
  readonly verb: string;
  readonly title: string;
  readonly yes: string;
  readonly no: string;
}

/** Asks, expects the harmless button to have the focus, and presses Enter: nothing happens. */
async function expectQuestion(page: Page, { verb, title, yes, no }: Question): Promise<void> {
  await act(page, verb);
  const question = dialog(page, title);
  await expect(question.getByRole('button')).toHaveText(['', yes, no]);
  await expect(question.getByRole('button', { name: no, exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
}

const turnOff: Question = {
  verb: 'Turn Off...',
  title: 'Turn Off Machine',
  yes: 'Turn Off',
  no: "Don't Turn Off",
};
const shutDown: Question = {
  verb: 'Shut Down...',
  title: 'Shut Down Machine',
  yes: 'Shut Down',
  no: "Don't Shut Down",
};
const reset: Question = { verb: 'Reset...', title: 'Reset Machine', yes: 'Reset', no: "Don't Reset" };
const remove: Question = {
  verb: 'Delete...',
  title: 'Delete Selected Virtual Machines',
  yes: 'Delete',
  no: "Don't Delete",
};
const removeSaved: Question = { ...remove, verb: 'Delete Saved State...', title: 'Delete Saved State' };

async function confirm(page: Page, { verb, title, yes }: Question): Promise<void> {
  await act(page, verb);
  await answer(page, title, yes);
}

test('every state offers exactly its verbs, and each leads to the next state', async ({ open }) => {
  const { page } = await open('--speed', '40');
  await newVirtualMachine(page, { name: 'VM1' });
  await expectVerbs(page, 'VM1', 'Off');
  await start(page, 'VM1');
  await expectVerbs(page, 'VM1', 'Running');
  await act(page, 'Pause');
  await expectVerbs(page, 'VM1', 'Paused');
  await act(page, 'Resume');
  await expectVerbs(page, 'VM1', 'Running');
  await act(page, 'Save');
  await expectVerbs(page, 'VM1', 'Saved');
  await act(page, 'Start');
  await expectVerbs(page, 'VM1', 'Running');
  await confirm(page, shutDown);
  await expectVerbs(page, 'VM1', 'Off');
  await start(page, 'VM1');
  await confirm(page, reset);
  await expectVerbs(page, 'VM1', 'Running');
  await confirm(page, turnOff);
  await expectVerbs(page, 'VM1', 'Off');
});

test('what loses something asks first, and the harmless answer is the default', async ({ open }) => {
  const { page } = await open('--speed', '40');
  await newVirtualMachine(page, { name: 'VM1' });
  await expectQuestion(page, remove);
  await start(page, 'VM1');
  await expectVerbs(page, 'VM1', 'Running');
  for (const question of [turnOff, shutDown, reset]) await expectQuestion(page, question);
  await expectState(page, 'VM1', 'Running');
  await act(page, 'Save');
  await expectState(page, 'VM1', 'Saved');
  await expectQuestion(page, removeSaved);
  await expectState(page, 'VM1', 'Saved');
  await confirm(page, removeSaved);
  await expectVerbs(page, 'VM1', 'Off');
});

test('Rename and Delete change the list', async ({ open }) => {
  const { page } = await open('--paused');
  await newVirtualMachine(page, { name: 'VM1' });
  await rename(page, 'VM1', 'Web server');
  await expect(vmCell(page, 'Web server', 'Name')).toBeVisible();
  await expect(vmRow(page, 'VM1')).toHaveCount(0);
  await expect(virtualMachines(page).getByRole('row', { selected: true })).toHaveCount(1);
  await actOn(page, 'Web server', remove.verb);
  await answer(page, remove.title, remove.yes);
  await expect(virtualMachines(page)).toContainText('No virtual machines were found on this server.');
});

test('a verb of many acts on all of them', async ({ open }) => {
  const { page } = await open('--paused');
  for (const vm of ['VM1', 'VM2', 'VM3']) await newVirtualMachine(page, { name: vm });
  await select(page, 'VM1');
  await vmRow(page, 'VM3').click({ modifiers: ['Shift'] });
  await expect(actionsUnder(page, '3 virtual machines selected')).toHaveText(['Start', 'Delete...', 'Help']);
  await act(page, remove.verb);
  await expect(dialog(page, remove.title)).toContainText('3 selected virtual machines');
  await answer(page, remove.title, remove.yes);
  await expect(virtualMachines(page)).toContainText('No virtual machines were found on this server.');
});
