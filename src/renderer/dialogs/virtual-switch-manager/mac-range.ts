/** The global page `MAC Address Range`: what dynamic addresses are made from. */
import { formatMac } from '../../../shared/model/mac-address';
import { theHost } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import { macComplaint } from '../../forms/mac-complaint';
import { switchManager as text } from '../../text/en/switch-manager';
import type { Problem } from './switch-draft';

/** Both ends as six pairs with `-` between them. */
export interface MacRange {
  readonly minimum: string;
  readonly maximum: string;
}

/** Id of the page. */
export const macRangePage = 'mac-range';

/** The range as the host has it. */
export function hostRange(world: Pick<WorldView, 'host'>): MacRange {
  const { macAddressMinimum, macAddressMaximum } = theHost(world);
  return { minimum: formatMac(macAddressMinimum, '-'), maximum: formatMac(macAddressMaximum, '-') };
}

/** What the host would refuse; null if all is well. */
export function rangeProblem({ minimum, maximum }: MacRange): Problem | null {
  for (const [field, pairs] of [
    ['minimum', minimum],
    ['maximum', maximum],
  ] as const) {
    const message = macComplaint(pairs);
    if (message !== null) return { page: macRangePage, field, message };
  }
  const reversed = minimum > maximum || minimum.slice(0, 2) !== maximum.slice(0, 2);
  return reversed ? { page: macRangePage, field: 'maximum', message: text.macReversed } : null;
}
