/**
 * How anything that can be refused answers. Refusals are data, because Electron keeps nothing but
 * the message of an error that crosses a process boundary.
 */

/** Why a request was refused: a code for programs, one sentence for people, the field it concerns. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** Path of the offending input, e.g. `commands.0.input.name`; absent when no single field is to blame. */
  readonly field?: string | undefined;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

/** Wraps an answer. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Refuses with a code, a sentence and, where one field is to blame, its name. */
export function refuse(
  code: string,
  message: string,
  field?: string,
): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: field === undefined ? { code, message } : { code, message, field } };
}
