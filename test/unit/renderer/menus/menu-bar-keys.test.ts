import { expect, test } from 'vitest';
import { nextMenu } from '../../../../src/renderer/menus/menu-bar-keys';

const menus = ['file', 'edit', 'help'] as const;

test('left and right go round and round', () => {
  expect(nextMenu(menus, 'ArrowRight', 'file')).toBe('edit');
  expect(nextMenu(menus, 'ArrowRight', 'help')).toBe('file');
  expect(nextMenu(menus, 'ArrowLeft', 'file')).toBe('help');
});

test('other keys go nowhere', () => {
  expect(nextMenu(menus, 'ArrowDown', 'file')).toBeNull();
});
