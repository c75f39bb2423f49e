/** Going along a menu bar. */

/** The menu that a key on `name` goes to, round and round; null for a key that goes nowhere. */
export function nextMenu<N extends string>(menus: readonly N[], key: string, name: N): N | null {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return null;
  const index = menus.indexOf(name) + step + menus.length;
  return menus[index % menus.length] ?? null;
}
