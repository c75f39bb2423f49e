/** Entry of the page: asks for the world first, then draws, so that the two overlap. */
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { connectHost } from './host/connection';
import { askedWindow } from './windows/asked-window';
import { WindowRoot } from './windows/window-root';

void connectHost();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');
const asked = askedWindow(location.search);
createRoot(root).render(asked === null ? <App /> : <WindowRoot request={asked} />);
