/** Asks the host, with the contract's types on both ends. */
import type { Command, RequestArgument, RequestName, RequestOutput } from '../../shared/contract';
import { refuse } from '../../shared/result';
import type { Result } from '../../shared/result';

/**
 * Sends one request and answers with its result. It never rejects: a port that breaks is a refusal
 * with the code `port.failed`.
 */
export async function request<N extends RequestName>(
  name: N,
  input: RequestArgument<N>,
): Promise<Result<RequestOutput<N>>> {
  try {
    return readAnswer(await window.host.invoke(name, input));
  } catch (error) {
    return refuse('port.failed', error instanceof Error ? error.message : String(error));
  }
}

/** Reads an answer's text. The main process typed it by the same table that types the caller. */
export function readAnswer<T>(text: string): Result<T> {
  return JSON.parse(text) as Result<T>;
}

/** Runs one atomic batch of commands: all of them are done, or none is. */
export function execute(commands: readonly Command[]): Promise<Result<{ ids: string[] }>> {
  return request('execute', { commands: [...commands] });
}
