import { describe, expect, it } from 'vitest';
import { requireNode } from '../../../../scripts/setup.mjs';
import { satisfies } from '../../../../scripts/setup/dependencies.mjs';

const react = { version: '19.0.0', integrity: 'sha512-a' };

describe('whether npm has to install', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/react': react,
      'node_modules/only-on-windows': { version: '1.0.0', optional: true },
    },
  };

  it('is no when every package is there; those for other platforms may be absent', () => {
    expect(satisfies({ packages: { 'node_modules/react': react } }, wanted)).toBe(true);
  });

  it('is yes when a package is missing, of another version or of other content', () => {
    expect(satisfies({ packages: {} }, wanted)).toBe(false);
    for (const other of [{ version: '19.0.1' }, { integrity: 'sha512-b' }]) {
      expect(satisfies({ packages: { 'node_modules/react': { ...react, ...other } } }, wanted)).toBe(false);
    }
  });
});

describe('the version of Node.js', () => {
  it.each(['20.19.0', '20.20.2', '22.1.0'])('%s will do', (version) => {
    expect(() => requireNode(version, '>=20.19')).not.toThrow();
  });

  it.each(['20.18.3', '18.20.0'])('%s is refused with the wanted one', (version) => {
    expect(() => requireNode(version, '>=20.19')).toThrow(
      `Node.js >=20.19 is needed, and this is ${version}.`,
    );
  });
});
