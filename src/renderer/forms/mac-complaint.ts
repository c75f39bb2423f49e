/** What is wrong with an address as the six boxes hold it. */
import { isStationAddress } from '../../shared/model/mac-address';
import { forms } from '../text/en/forms';

/** One sentence about an address in six pairs with `-` between them; null when an adapter can have it. */
export function macComplaint(pairs: string): string | null {
  const digits = pairs.replaceAll('-', '');
  if (digits.length !== 12) return forms.macIncomplete;
  return isStationAddress(digits) ? null : forms.macInvalid;
}
