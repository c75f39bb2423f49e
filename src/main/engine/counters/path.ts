/** Reading counter paths of the form `\Object(Instance)\Counter`. */

export interface CounterPathParts {
  readonly object: string;
  readonly instance: string;
  readonly counter: string;
}

/**
 * Takes a path apart; null when it has another form. An instance may hold brackets and back
 * slashes, as names of virtual machines may; objects and counters hold neither.
 */
export function parseCounterPath(path: string): CounterPathParts | null {
  const open = path.indexOf('(');
  const close = path.lastIndexOf(')\\');
  if (!path.startsWith('\\') || open < 0 || close < open) return null;
  return {
    object: path.slice(1, open),
    instance: path.slice(open + 1, close),
    counter: path.slice(close + 2),
  };
}
