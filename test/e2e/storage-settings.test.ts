/** Settings pages of controllers, drives, ports and boot order, and a virtual hard disk that two virtual machines want. */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/e2e/axe';
import { expect, test } from '../support/e2e/fixtures';
import { actOn, dialog, expectState, start } from '../support/e2e/frame';
import { answer, changeSettings, newVirtualMachine } from '../support/e2e/virtual-machines';

const diskPath = String.raw`C:\VMs\OLD01.vhdx`;

/** A generation 1 virtual machine with a virtual hard disk, asked for as the console would. */
async function newOldVm(page: Page): Promise<void> {
  const answerText = await page.evaluate(
    (path) =>
      window.host.invoke('execute', {
        commands: [
          {
            name: 'vm.create',
            input: {
              name: 'OLD01',
              generation: 1,
              startupMemoryMb: 1024,
              switchId: null,
              hardDisk: { kind: 'new', path, sizeGb: 40 },
            },
          },
        ],
      }),
    diskPath,
  );
  expect(JSON.parse(answerText)).toMatchObject({ ok: true });
  await expectState(page, 'OLD01', 'Off');
}

async function openSettings(page: Page, vm: string): Promise<Locator> {
  await actOn(page, vm, 'Settings...');
  return dialog(page, new RegExp(`^Settings for ${vm} on `));
}

function turnToPage(settings: Locator, name: string): Promise<void> {
  return settings.getByRole('treeitem', { name, exact: true }).click();
}

/** Pages that only generation 1 has, or a virtual machine with drives. */
const furtherPages = ['BIOS', 'IDE Controller 0', 'Hard Drive', 'Quality of Service', 'DVD Drive', 'COM 1'];

test('a virtual hard disk is browsed for, held, freed and removed', async ({ open }) => {
  const { page } = await open('--speed', '20');
  await newOldVm(page);
  await newVirtualMachine(page, { name: 'NEW01' });

  const settings = await openSettings(page, 'NEW01');
  await turnToPage(settings, 'SCSI Controller');
  await settings.getByRole('button', { name: 'Add', exact: true }).click();
  await settings.getByRole('combobox', { name: 'Location:' }).selectOption('3');
  await settings.getByRole('button', { name: 'Browse...' }).click();
  const browse = dialog(page, 'Open');
  await expect(browse.getByRole('row', { name: diskPath })).toBeVisible();
  await expectAccessible(page, 'the list of virtual hard disks');
  await browse.getByRole('row', { name: diskPath }).click();
  await browse.getByRole('button', { name: 'Open' }).click();
  await expect(browse).toBeHidden();
  await expect(settings.getByRole('textbox', { name: 'Virtual hard disk:' })).toHaveValue(diskPath);
  await settings.getByRole('button', { name: 'OK' }).click();
  await expect(settings).toBeHidden();

  await start(page, 'OLD01');
  await actOn(page, 'NEW01', 'Start');
  const failure = dialog(page, 'Hyper-V Manager');
  await expect(failure).toContainText('being used by another process');
  await expect(failure).toContainText('OLD01.vhdx');
  await page.keyboard.press('Escape');
  await actOn(page, 'OLD01', 'Turn Off...');
  await answer(page, 'Turn Off Machine', 'Turn Off');
  await start(page, 'NEW01');

  // A hard drive of a SCSI controller leaves a running virtual machine, which frees the disk.
  await changeSettings(page, 'NEW01', 'Hard Drive', async (running) => {
    await expect(running.getByRole('note')).toContainText('Some settings cannot be modified');
    await expect(running.getByRole('combobox', { name: 'Controller:' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await running.getByRole('button', { name: 'Remove' }).click();
  });
  await start(page, 'OLD01');

  await test.step('pages of generation 1', async () => {
    await actOn(page, 'OLD01', 'Turn Off...');
    await answer(page, 'Turn Off Machine', 'Turn Off');
    const old = await openSettings(page, 'OLD01');
    await turnToPage(old, 'BIOS');
    await old.getByRole('checkbox', { name: 'Num Lock' }).check();
    await old.getByRole('button', { name: 'Move Down' }).click();
    await turnToPage(old, 'DVD Drive');
    await old.getByRole('radio', { name: 'Image file:' }).check();
    await old.getByRole('textbox', { name: 'Path:' }).fill(String.raw`C:\ISO\Setup.iso`);
    await turnToPage(old, 'COM 1');
    await old.getByRole('radio', { name: 'Named pipe:' }).check();
    await old.getByRole('textbox', { name: 'Pipe name:' }).fill('Debug');
    await turnToPage(old, 'Diskette Drive');
    await old.getByRole('textbox', { name: 'Path:' }).fill(String.raw`C:\Boot.vfd`);
    await old.getByRole('button', { name: 'OK' }).click();
    await expect(old).toBeHidden();

    const again = await openSettings(page, 'OLD01');
    const described = (name: string): Promise<string | null> =>
      again.getByRole('treeitem', { name, exact: true }).getAttribute('aria-description');
    expect(await described('BIOS')).toBe('Boot from IDE');
    expect(await described('Hard Drive')).toBe('OLD01.vhdx');
    expect(await described('DVD Drive')).toBe('Setup.iso');
    expect(await described('COM 1')).toBe(String.raw`\\.\pipe\Debug`);
    expect(await described('Diskette Drive')).toBe('Boot.vfd');
    for (const name of [...furtherPages, 'Diskette Drive']) {
      await turnToPage(again, name);
      await expectAccessible(page, `Settings, ${name}`);
    }
  });
});
