/** Ties the page's one store to the page's one port. */
import { hearOfDocument, readDocument } from './document';
import { HostFeed } from './feed';
import { deliverSample } from './live';
import { hostStore } from './store';

let feed: HostFeed | undefined;

const replacedListeners = new Set<() => void>();

/** Calls `listener` whenever another host, or another moment of this one, takes the host's place. */
export function onHostReplaced(listener: () => void): void {
  replacedListeners.add(listener);
}

/** Follows the host from now on; called again, it starts afresh after a failure. */
export function connectHost(): Promise<void> {
  feed?.stop();
  feed = new HostFeed({
    port: window.host,
    store: hostStore,
    onSample: deliverSample,
    onDocument: hearOfDocument,
    onReplaced: () => {
      for (const listener of replacedListeners) listener();
    },
    wall: () => performance.now(),
  });
  const started = feed.start();
  void readDocument();
  return started;
}
