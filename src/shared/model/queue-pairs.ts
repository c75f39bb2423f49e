/**
 * How a NIC switch shares out its queue pairs (one transmit and one receive queue each) among its
 * VPorts. Rules and example: Microsoft, "Symmetric and Asymmetric Assignment of Queue Pairs" and
 * NDIS_NIC_SWITCH_CAPABILITIES.
 */
import type { NicSwitch } from './nic';

/** Queue pairs of the default VPort: NDIS_NIC_SWITCH_PARAMETERS_DEFAULT_NUMBER_OF_QUEUE_PAIRS_FOR_DEFAULT_VPORT. */
export const defaultVPortQueuePairs = 1;

type Pool = Pick<NicSwitch, 'maxVPorts' | 'queuePairs'>;

/** The largest power of two that is not above `count` (1 or more). */
export function powerOfTwoAtMost(count: number): number {
  return 2 ** Math.floor(Math.log2(count));
}

/** The smallest power of two that is not below `count` (1 or more). */
export function powerOfTwoAtLeast(count: number): number {
  return 2 ** Math.ceil(Math.log2(count));
}

/** How many non-default VPorts of `each` queue pairs fit beside the default VPort. */
export function nonDefaultVPorts(pool: Pool, each: number): number {
  const byQueues = Math.floor((pool.queuePairs - defaultVPortQueuePairs) / each);
  return Math.max(0, Math.min(pool.maxVPorts - 1, byQueues));
}

/** Queue pairs of a switch with `vPorts` non-default VPorts of `each`, and `forDefault` on the default one. */
export function totalQueuePairs(vPorts: number, each: number, forDefault = defaultVPortQueuePairs): number {
  return forDefault + vPorts * each;
}

/**
 * Queue pairs of every non-default VPort of a switch without asymmetric allocation: what the driver
 * gives a VF, halved until every one of `numVfs` VFs can have a VPort.
 */
export function symmetricQueuePairs(nicSwitch: NicSwitch, numVfs: number): number {
  let each = powerOfTwoAtMost(Math.min(nicSwitch.queuePairsPerVf, nicSwitch.maxQueuePairsPerVPort));
  while (each > 1 && nonDefaultVPorts(nicSwitch, each) < numVfs) each /= 2;
  return each;
}

/**
 * Queue pairs that a VF's VPort gets of the `left` ones when its adapter asks for `requested`; 0
 * when not even one, or on a symmetric switch not the switch's number, is left. A symmetric switch
 * has one number for all and leaves the request without effect.
 */
export function assignedQueuePairs(
  nicSwitch: NicSwitch,
  { requested, left, numVfs }: { requested: number; left: number; numVfs: number },
): number {
  if (!nicSwitch.asymmetricQueuePairs) {
    const each = symmetricQueuePairs(nicSwitch, numVfs);
    return left >= each ? each : 0;
  }
  if (left < 1) return 0;
  const wanted = powerOfTwoAtLeast(Math.min(requested, nicSwitch.maxQueuePairsPerVPort));
  return Math.min(wanted, powerOfTwoAtMost(nicSwitch.maxQueuePairsPerVPort), powerOfTwoAtMost(left));
}
