import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

/**
 * The project's own configuration without the rules that need types: those can only look at files that exist,
 * and the files here do not.
 */
const untyped = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });
/** The configuration as it is, for text that stands in for a file that does exist. */
const typed = new ESLint();

async function messages(eslint: ESLint, file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return result!.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

async function expectRefused(file: string, text: string, rule: string, advice: string): Promise<void> {
  const found = await messages(untyped, file, text);
  expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${rule}: .*${advice}`)));
}

async function expectAccepted(file: string, text: string): Promise<void> {
  expect(await messages(untyped, file, text)).toEqual([]);
}

describe('the import table', () => {
  const refused: [file: string, specifier: string, advice: string][] = [
    ['src/shared/model/vm.ts', 'react', 'src/shared imports zod'],
    ['src/shared/model/vm.ts', '../../main/engine/engine', 'src/shared imports zod'],
    ['src/main/engine/vf/steps.ts', '../nic/virtual-functions', 'meet in engine/engine.ts'],
    ['src/main/engine/vf/deep/step.ts', '../../nic/virtual-functions', 'meet in engine/engine.ts'],
    ['src/main/engine/vf/steps.ts', 'node:fs', 'meet in engine/engine.ts'],
    ['src/main/engine/kernel/random.ts', '../world', 'The kernel imports itself'],
    ['src/main/engine/engine.ts', 'electron', 'The engine is pure'],
    ['src/main/engine/engine.ts', '../driver', 'The engine is pure'],
    ['src/main/driver.ts', './engine/kernel/timeline', 'through engine/engine'],
    ['src/main/hosts/scale-host.ts', '../engine/world', 'through engine/engine'],
    ['src/main/window.ts', '../renderer/theme', 'through engine/engine'],
    ['src/preload/index.ts', '../shared/contract', 'src/shared/host-port alone'],
    ['src/preload/index.ts', 'node:fs', 'src/shared/host-port alone'],
    ['src/renderer/app.tsx', '../main/options', 'The renderer imports src/shared'],
    ['src/renderer/app.tsx', 'electron', 'The renderer imports src/shared'],
    ['src/renderer/app.tsx', 'lodash', 'The renderer imports src/shared'],
    ['src/renderer/panes/tree/tree.tsx', '../../dialogs/vm-settings/vm-settings', 'A pane imports no'],
    ['src/renderer/panes/tree/tree.tsx', '../actions/actions', 'A pane imports no'],
    ['src/renderer/dialogs/vm-settings/vm-settings.tsx', '../rename/rename', 'A dialog imports no'],
    ['src/renderer/dialogs/vm-settings/vm-settings.tsx', '../../panes/tree/tree', 'A dialog imports no'],
    ['src/renderer/dialogs/vm-settings/vm-settings.tsx', '../registry', 'A dialog imports no'],
    ['src/renderer/windows/guest/guest-window.tsx', '../registry', 'A window imports no'],
    ['src/renderer/windows/guest/guest-window.tsx', '../../panes/tree/tree', 'A window imports no'],
  ];
  it.each(refused)('keeps %s from %s', async (file, specifier, advice) => {
    await expectRefused(
      file,
      `import { thing } from '${specifier}';\nthing();\n`,
      'project/import-table',
      advice,
    );
  });

  it('sees every way to name a module', async () => {
    const file = 'src/shared/model/vm.ts';
    for (const text of [
      "export { readFile } from 'node:fs';\n",
      "export * from 'node:fs';\n",
      "import type { Stats } from 'node:fs';\nexport type Found = Stats;\n",
      "export type Found = import('node:fs').Stats;\n",
      "export function load(): Promise<unknown> {\n  return import('node:fs');\n}\n",
    ]) {
      await expectRefused(file, text, 'project/import-table', 'src/shared imports zod');
    }
  });

  const accepted: [file: string, specifier: string][] = [
    ['src/shared/model/vm.ts', 'zod'],
    ['src/shared/model/vm.ts', '../result'],
    ['src/main/engine/vf/steps.ts', './assignment'],
    ['src/main/engine/vf/steps.ts', '../kernel/timeline'],
    ['src/main/engine/vf/steps.ts', '../world'],
    ['src/main/engine/vf/steps.ts', '../../../shared/result'],
    ['src/main/engine/engine.ts', './vf/steps'],
    ['src/main/driver.ts', './engine/engine'],
    ['src/main/driver.ts', 'node:path'],
    ['src/main/window.ts', 'electron'],
    ['src/preload/index.ts', '../shared/host-port'],
    ['src/renderer/app.tsx', './panes/tree/tree'],
    ['src/renderer/app.tsx', '@fluentui/react-components'],
    ['src/renderer/main.tsx', 'react-dom/client'],
    ['src/renderer/dialogs/registry.tsx', './rename/rename'],
    ['src/renderer/dialogs/rename/rename.tsx', '../dialog-request'],
    ['src/renderer/panes/tree/tree.tsx', './tree-row'],
    ['src/renderer/panes/tree/tree.tsx', '../../host/store'],
    ['src/renderer/panes/tree/tree.tsx', '../../../shared/contract'],
  ];
  it.each(accepted)('lets %s import %s', async (file, specifier) => {
    await expectAccepted(file, `import { thing } from '${specifier}';\nthing();\n`);
  });
});

describe("Electron's IPC", () => {
  it('is registered in src/main/ipc.ts alone', async () => {
    const text = "import { ipcMain } from 'electron';\nipcMain.removeHandler('x');\n";
    await expectRefused('src/main/window.ts', text, 'no-restricted-imports', 'src/main/ipc.ts');
    await expectAccepted('src/main/ipc.ts', text);
    const whole = "import * as electron from 'electron';\nelectron.ipcMain.removeHandler('x');\n";
    await expectRefused('src/main/window.ts', whole, 'no-restricted-imports', 'src/main/ipc.ts');
  });

  it('is used in src/preload/index.ts alone', async () => {
    const text = "import { ipcRenderer } from 'electron';\nipcRenderer.send('x');\n";
    await expectRefused('src/preload/other.ts', text, 'no-restricted-imports', 'src/preload/index.ts');
    await expectAccepted('src/preload/index.ts', text);
  });
});

describe('ways out of the program', () => {
  const ways: [names: string, module: string][] = [
    ['request', 'node:http'],
    ['connect', 'net'],
    ['spawn', 'node:child_process'],
    ['net', 'electron'],
    ['shell', 'electron'],
  ];
  it.each(ways)('do not include %s of %s', async (name, module) => {
    const text = `import { ${name} } from '${module}';\n${name}();\n`;
    await expectRefused('src/main/window.ts', text, 'no-restricted-imports', 'opens no connection');
  });
});

describe('the pure layers', () => {
  const impure: [code: string, rule: string, advice: string][] = [
    ['Date.now()', 'no-restricted-properties', 'Simulated time'],
    ['new Date()', 'no-restricted-syntax', 'Simulated time'],
    ['performance.now()', 'no-restricted-globals', 'Simulated time'],
    ['Math.random()', 'no-restricted-properties', 'seeded generator'],
    ['crypto.randomUUID()', 'no-restricted-globals', 'seeded generator'],
    ['setTimeout(Object, 5)', 'no-restricted-globals', 'timeline'],
    ['setInterval(Object, 5)', 'no-restricted-globals', 'timeline'],
    ['process.hrtime()', 'no-restricted-globals', 'no side effects'],
    ["console.log('x')", 'no-restricted-globals', 'no side effects'],
  ];
  it.each(impure)('know no %s', async (code, rule, advice) => {
    for (const file of ['src/main/engine/vf/steps.ts', 'src/shared/units.ts']) {
      await expectRefused(file, `export const value: unknown = ${code};\n`, rule, advice);
    }
  });

  it('may build a date out of a given time', async () => {
    await expectAccepted('src/shared/units.ts', 'export const epoch = new Date(0);\n');
  });
});

describe('the form of the code', () => {
  it('keeps files and functions short', async () => {
    const longFile = "export const line = 'x';\n".concat('\n'.repeat(400));
    await expectRefused('src/shared/units.ts', longFile, 'max-lines', '');
    const longFunction = `export function long(): void {\n${'  Object.keys({});\n'.repeat(70)}}\n`;
    await expectRefused('src/shared/units.ts', longFunction, 'max-lines-per-function', '');
    await expectAccepted('test/unit/shared/units.test.ts', longFunction);
  });

  it('exports function declarations', async () => {
    const text = 'export const double = (x: number): number => 2 * x;\n';
    await expectRefused('src/shared/units.ts', text, 'no-restricted-syntax', 'function declaration');
  });

  it('wants a reason beside every switched-off rule', async () => {
    const code = 'export const same = (1 as unknown) == 2;\n';
    const bare = `// eslint-disable-next-line eqeqeq\n${code}`;
    await expectRefused('src/shared/units.ts', bare, 'project/reasoned-disable', 'reason');
    const reasoned = `// eslint-disable-next-line eqeqeq -- the sample needs it\n${code}`;
    await expectAccepted('src/shared/units.ts', reasoned);
  });

  it('knows no any and no floating promise', { timeout: 120_000 }, async () => {
    const text = 'const x: any = 1;\nexport const y = x.z;\nexport function f(): void {\n  fetch(y);\n}\n';
    const found = await messages(typed, 'vitest.config.ts', text);
    for (const rule of [
      'no-explicit-any',
      'no-unsafe-member-access',
      'no-unsafe-argument',
      'no-floating-promises',
    ]) {
      expect(found).toContainEqual(expect.stringContaining(`@typescript-eslint/${rule}`));
    }
  });
});
