/** Ties the page's one store to the page's one port. */
import { hearOfDocument, readDocument } from './document';
import { HostFeed } from './feed';
import { deliverSample } from './live';
import { hostStore } from './store';

let feed: HostFeed | undefined;

/** Follows the host from now on; called again, it starts afresh after a failure. */
export function connectHost(): Promise<void> {
  feed?.stop();
  feed = new HostFeed({
    port: window.host,
    store: hostStore,
    onSample: deliverSample,
    onDocument: hearOfDocument,
    wall: () => performance.now(),
  });
  const started = feed.start();
  void readDocument();
  return started;
}
