/**
 * The only thing the console knows of the host's process: ask, and listen.
 * A console in another process, or over a socket, would offer the same two functions.
 */
export interface HostPort {
  /** Sends one request of the contract; the answer is a `Result` of the request's output. */
  invoke(name: string, input: unknown): Promise<unknown>;
  /** Calls `listener` with every stream message of the contract until the returned function is called. */
  subscribe(listener: (message: unknown) => void): () => void;
}

/** Electron channels of the port; the only two there are. */
export const INVOKE_CHANNEL = 'host:invoke';
export const STREAM_CHANNEL = 'host:stream';
