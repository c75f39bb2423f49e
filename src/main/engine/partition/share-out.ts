/** Sharing out what there is too little of. */
import { memoryStepMb } from '../../../shared/model/memory';

export interface Claim {
  /** MB; 0 or more. */
  readonly want: number;
  /** 0 or more; who has 0 gets what the others leave. */
  readonly weight: number;
}

/** So much more than its weight somebody wants; whoever wants nothing comes first. */
function greed({ want, weight }: Claim): number {
  return want === 0 ? 0 : want / weight;
}

/**
 * Shares `amount` MB out by weight: nobody gets more than he wants, and what one leaves the others
 * share by their weights again. Whole pieces, so a little may be left; one answer per claim.
 */
export function shareOut(amount: number, claims: readonly Claim[]): readonly number[] {
  const wanted = claims.reduce((sum, { want }) => sum + want, 0);
  if (wanted <= amount) return claims.map(({ want }) => want);
  const shares = claims.map(() => 0);
  const order = claims.map((claim, index) => ({ claim, index }));
  order.sort((left, right) => greed(left.claim) - greed(right.claim) || left.index - right.index);
  let left = amount;
  let weights = claims.reduce((sum, { want, weight }) => sum + (want === 0 ? 0 : weight), 0);
  for (const [place, { claim, index }] of order.entries()) {
    if (claim.want === 0) continue;
    const part = weights === 0 ? 1 / (order.length - place) : claim.weight / weights;
    const whole = Math.floor((left * part) / memoryStepMb) * memoryStepMb;
    const share = Math.min(claim.want, whole);
    shares[index] = share;
    left -= share;
    weights -= claim.weight;
  }
  return shares;
}
