/** Entry of the page: asks for the world first, then draws, so that the two overlap. */
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { keepLayout, readLayout } from './frame/document-layout';
import { connectHost, onHostReplaced } from './host/connection';
import { askedWindow } from './windows/asked-window';
import { WindowRoot } from './windows/window-root';

const asked = askedWindow(location.search);
// The first window alone is arranged as the document was left.
if (asked === null) {
  void readLayout();
  keepLayout();
  onHostReplaced(() => void readLayout());
}
void connectHost();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');
createRoot(root).render(asked === null ? <App /> : <WindowRoot request={asked} />);
