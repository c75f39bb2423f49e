/** How the reader of lspci text refuses: a code, the line to look at, one sentence. */
import type { Refusal } from '../../../shared/result';

export type LspciCode =
  | 'lspci.empty'
  | 'lspci.notLspci'
  | 'lspci.notVerbose'
  | 'lspci.accessDenied'
  | 'lspci.cut'
  | 'lspci.contradiction'
  | 'lspci.noBridgeFor'
  | 'lspci.tooLarge';

/** A refusal that knows its line; its message begins with that line, so either may be shown alone. */
export interface LspciRefusal extends Refusal {
  readonly code: LspciCode;
  /** 1-based line of the text that was read. */
  readonly line: number;
}

export type LspciChecked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: LspciRefusal };

/** What every sentence ends with when the way out is another capture. */
export const CAPTURE_AGAIN = 'capture it again, whole, with "sudo lspci -vvvxxxx > host.txt"';

/** Refuses at a line; `sentence` says what is wrong and what to do, without the line and the full stop. */
export function refuseAt(
  code: LspciCode,
  line: number,
  sentence: string,
): { readonly ok: false; readonly error: LspciRefusal } {
  return { ok: false, error: { code, line, message: `Line ${line}: ${sentence}.` } };
}
