import { expect, test } from 'vitest';
import { linkLocal, linuxNames, vfNames } from '../../../../../src/renderer/windows/guest/guest-names';
import { fakeAdapter } from '../../support/fake-world';

test('Linux counts devices on the VMBus and names emulated ones by their place', () => {
  const names = linuxNames([
    fakeAdapter({ id: 'a' }),
    fakeAdapter({ id: 'b', kind: 'legacy' }),
    fakeAdapter({ id: 'c' }),
    fakeAdapter({ id: 'd', kind: 'legacy' }),
  ]);
  expect([...names.values()]).toEqual([
    { name: 'eth0' },
    { name: 'enp0s10', address: '0000:00:0a.0' },
    { name: 'eth1' },
    { name: 'enp0s11', address: '0000:00:0b.0' },
  ]);
});

test('a VF is in a PCI domain of its own, never in the first', () => {
  expect(vfNames({ id: '5F3A0B1C-9C41-4E0D-8F00-000000000001' })).toEqual({
    name: 'enP40001p0s2',
    address: '9c41:00:02.0',
  });
  expect(vfNames({ id: '5F3A0B1C-0000-4E0D-8F00-000000000001' }).address).toBe('0001:00:02.0');
});

test('the name of a VF always fits an interface, which has fifteen letters', () => {
  expect(vfNames({ id: '5F3A0B1C-FFFF-4E0D-8F00-000000000001' }).name.length).toBeLessThanOrEqual(15);
});

test('link-local addresses by the example of RFC 4291, appendix A', () => {
  expect(linkLocal('345678 9ABCDE'.replace(' ', ''))).toBe('fe80::3656:78ff:fe9a:bcde');
});
