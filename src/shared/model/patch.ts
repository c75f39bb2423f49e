/** Changes to some members of a value, as commands carry them: absent and undefined both mean "as it is". */
export type Patch<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The value with the patch laid over it. */
export function patched<T extends object>(value: T, patch: Patch<T>): T {
  const given = Object.entries(patch).filter(([, member]) => member !== undefined);
  return { ...value, ...Object.fromEntries(given) };
}
