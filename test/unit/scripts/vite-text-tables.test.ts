import { describe, expect, it } from 'vitest';
import { sendTables } from '../../../scripts/vite-text-tables.mjs';

describe('a table of texts', () => {
  it('is sent through the language under its name', () => {
    const code = "export const one = { a: 'A' };";
    const [start, end] = [code.indexOf('{'), code.indexOf('}') + 1];
    expect(sendTables(code, [{ name: 'one', start, end }], 'panes')).toBe(
      "import { inLanguage as inLanguage$ } from '../language';\n" +
        "export const one = /* @__PURE__ */ inLanguage$('panes.one', { a: 'A' });",
    );
  });

  it('leaves a file without tables as it is', () => {
    expect(sendTables('export function f() {}', [], 'x')).toBe('export function f() {}');
  });
});
