/** A host port that a test holds both ends of. */
import type { StreamMessage } from '../../../../src/shared/contract';
import type { HostPort } from '../../../../src/shared/host-port';
import { ok } from '../../../../src/shared/result';

type Answer = (input: unknown) => unknown;

export class FakePort implements HostPort {
  /** Every request, oldest first. */
  readonly asked: { readonly name: string; readonly input: unknown }[] = [];
  readonly #listeners = new Set<(message: unknown) => void>();
  readonly #answers: Record<string, Answer>;

  /** `answers` maps request names to what they answer; any other request answers `{}`. */
  constructor(answers: Record<string, Answer> = {}) {
    this.#answers = answers;
  }

  async invoke(name: string, input: unknown): Promise<string> {
    this.asked.push({ name, input });
    const answer = this.#answers[name];
    return JSON.stringify(answer === undefined ? ok({}) : await answer(input));
  }

  subscribe(listener: (message: unknown) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Says something to everybody who listens. */
  say(message: StreamMessage): void {
    for (const listener of this.#listeners) listener(message);
  }

  get listeners(): number {
    return this.#listeners.size;
  }
}
