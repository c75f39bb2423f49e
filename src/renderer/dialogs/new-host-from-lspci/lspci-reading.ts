/** What is known about the text in the box: nothing, being read, not read to its end, what it holds, or why it will not do. */
import type { LspciSummary } from '../../../shared/contract';
import type { WorldView } from '../../../shared/model/world-view';
import { theHost } from '../../../shared/model/world-view';
import type { Refusal, Result } from '../../../shared/result';
import { lspci as text } from '../../text/en/lspci';

export type Reading =
  | { readonly state: 'empty' }
  | { readonly state: 'reading' }
  | { readonly state: 'cancelled' }
  | { readonly state: 'read'; readonly summary: LspciSummary }
  | { readonly state: 'refused'; readonly refusal: Refusal; readonly at: RefusedLine | null };

/** The line that a refusal is about: its number from 1 and where it stands in the text. */
export interface RefusedLine {
  readonly number: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Finds the line that a message names first (`Line 12: ...`); null when it names none or there is none. */
export function refusedLine(message: string, source: string): RefusedLine | null {
  const number = Number(/^Line (\d+):/.exec(message)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) return null;
  let start = 0;
  for (let line = 1; line < number; line += 1) {
    const next = source.indexOf('\n', start);
    if (next === -1) return null;
    start = next + 1;
  }
  const found = source.indexOf('\n', start);
  const end = found === -1 ? source.length : found;
  return { number, text: source.slice(start, end).trimEnd(), start, end };
}

/** What an answer of the host means for the text that was sent. */
export function readingOf(answer: Result<LspciSummary | null>, source: string): Reading {
  if (answer.ok)
    return answer.value === null ? { state: 'cancelled' } : { state: 'read', summary: answer.value };
  return { state: 'refused', refusal: answer.error, at: refusedLine(answer.error.message, source) };
}

/** Why no host can be created from the text as it stands; undefined when one may be tried. */
export function obstacle(reading: Reading): string | undefined {
  if (reading.state === 'empty') return text.noText;
  return reading.state === 'refused' ? text.refused : undefined;
}

/** What a new host takes the place of. */
export function replaced(world: WorldView): string {
  const { vm, switch: switches } = world;
  return text.replaces(theHost(world).computerName, vm.size, switches.size);
}
