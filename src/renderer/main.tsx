/** Entry of the page: asks for the world first, then draws, so that the two overlap. */
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { keepLayout, readLayout } from './frame/document-layout';
import { connectHost, onHostReplaced } from './host/connection';

void readLayout();
keepLayout();
onHostReplaced(() => void readLayout());
void connectHost();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');
createRoot(root).render(<App />);
