/**
 * What Device Manager says about a physical adapter. Codes: Microsoft, "Error codes in Device
 * Manager in Windows".
 */
import type { Nic } from './nic';

/** 22: disabled; 43: the driver has stopped the device; 45: not connected to the computer. */
export type ProblemCode = 22 | 43 | 45;

/** The device's problem; null while it works, starts or halts. */
export function problemCode(nic: Pick<Nic, 'present' | 'state'>): ProblemCode | null {
  if (!nic.present) return 45;
  if (nic.state === 'disabled') return 22;
  return nic.state === 'failed' ? 43 : null;
}

/** Whether the next verb is Enable rather than Disable: it is disabled, or about to be. */
export function isDisabled(nic: Pick<Nic, 'state' | 'afterHalt'>): boolean {
  return nic.state === 'disabled' || nic.afterHalt === 'disabled';
}
