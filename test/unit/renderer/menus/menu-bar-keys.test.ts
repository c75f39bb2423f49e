import { expect, test } from 'vitest';
import { nextMenu } from '../../../../src/renderer/menus/menu-bar-keys';

test('left and right go round and round', () => {
  expect(nextMenu('ArrowRight', 'file')).toBe('edit');
  expect(nextMenu('ArrowRight', 'help')).toBe('file');
  expect(nextMenu('ArrowLeft', 'file')).toBe('help');
});

test('other keys go nowhere', () => {
  expect(nextMenu('ArrowDown', 'file')).toBeNull();
});
