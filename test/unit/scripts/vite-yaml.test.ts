import { describe, expect, it } from 'vitest';
import { yamlModule } from '../../../scripts/vite-yaml.mjs';

async function load(text: string): Promise<unknown> {
  const module = (await import(`data:text/javascript,${encodeURIComponent(yamlModule(text, 'a.yaml'))}`)) as {
    default: unknown;
  };
  return module.default;
}

describe('a YAML file as a module', () => {
  it('exports its data', async () => {
    const text = ['vendor: 0x8086', 'name: "Ethernet \\"X\\" \\u2028"', 'list: [1, 2.5, yes, ~]', ''].join(
      '\n',
    );
    expect(await load(text)).toEqual({
      vendor: 0x8086,
      name: 'Ethernet "X" \u2028',
      list: [1, 2.5, 'yes', null],
    });
  });

  it('names file, line and column of a mistake', () => {
    expect(() => yamlModule('a: 1\nb: [1, 2\nc: 3\n', 'assets/x.yaml')).toThrow(/^assets\/x\.yaml:3:1: /);
    expect(() => yamlModule('a: 1\na: 2\n', 'assets/x.yaml')).toThrow(/^assets\/x\.yaml:2:1: .*unique/);
  });

  it('accepts one document only', () => {
    expect(() => yamlModule('a: 1\n---\nb: 2\n', 'x.yaml')).toThrow(/^x\.yaml:2:1: /);
  });
});
