/** The menu bar's order. */

export const menuNames = ['file', 'edit', 'action', 'view', 'help'] as const;
export type MenuName = (typeof menuNames)[number];

/** The menu that a key on `name` goes to, round and round; null for a key that goes nowhere. */
export function nextMenu(key: string, name: MenuName): MenuName | null {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return null;
  const index = menuNames.indexOf(name) + step + menuNames.length;
  return menuNames[index % menuNames.length] ?? null;
}
