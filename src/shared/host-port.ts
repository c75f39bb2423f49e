/**
 * The only thing the console knows of the host's process: ask, and listen.
 * A console in another process, or over a socket, would offer the same two functions.
 */
export interface HostPort {
  /**
   * Sends one request of the contract; the answer is the JSON text of a `Result` of the request's
   * output. It is text because an object would be copied member by member on its way into the
   * page, which for a thousand VMs takes several times as long as reading the text.
   */
  invoke(name: string, input: unknown): Promise<string>;
  /** Calls `listener` with every stream message of the contract until the returned function is called. */
  subscribe(listener: (message: unknown) => void): () => void;
}

/** Electron channels of the port. */
export const INVOKE_CHANNEL = 'host:invoke';
export const STREAM_CHANNEL = 'host:stream';

/** Electron channel of the files that a person drops on the window; the page has no part in it. */
export const DROP_CHANNEL = 'host:drop';

/** How the name of a document ends. */
export const documentEnding = '.sriovlab';
