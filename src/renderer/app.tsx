/** The window: menus and tool bar above, tree, list, details and actions between, status bar below. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, useEffect } from 'react';
import type { ReactNode } from 'react';
import { Announcer } from './frame/announcer';
import { DialogStack } from './frame/dialog-stack';
import { DocumentNotices } from './frame/document-notices';
import { goToNextPane } from './frame/pane-keys';
import { setPreferences, usePreferences } from './frame/preferences';
import { Splitter } from './frame/splitter';
import { ThemeProvider } from './frame/theme-provider';
import { Toolbar } from './frame/toolbar';
import { useWindowReady } from './frame/window-ready';
import { useDocument } from './host/document';
import { useSelection } from './host/selection';
import { useHost } from './host/store';
import { documentActions } from './menus/document-actions';
import { MenuBar } from './menus/menu-bar';
import { Actions } from './panes/actions/actions';
import { ConsoleTree } from './panes/console-tree/console-tree';
import { Details } from './panes/details/details';
import { Introduction } from './panes/introduction/introduction';
import { StatusBar } from './panes/status-bar/status-bar';
import { VirtualMachines } from './panes/virtual-machines/virtual-machines';
import { document as documentText } from './text/en/document';
import { frame } from './text/en/frame';
import { panes } from './text/en/panes';

const PerformanceTab = lazy(() => import('./panes/performance/performance-tab'));

const useStyles = makeStyles({
  window: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  // For those who hear the window: they do not see its title bar.
  heading: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  columns: { display: 'flex', flexGrow: 1, minHeight: 0 },
  side: { flexShrink: 0, minHeight: 0 },
  tree: { width: '200px', borderRight: `1px solid ${tokens.colorNeutralStroke2}` },
  actions: { width: '220px', borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  centre: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  part: { minHeight: 0, overflow: 'hidden', flexBasis: 0 },
});

const MIN_SPLIT = 0.2;
const MAX_SPLIT = 0.85;

function HostView(): ReactNode {
  const styles = useStyles();
  const split = usePreferences((preferences) => preferences.split);
  return (
    <>
      <div className={styles.part} style={{ flexGrow: split }}>
        <VirtualMachines />
      </div>
      <Splitter
        label={panes.resizeDetails}
        value={split}
        min={MIN_SPLIT}
        max={MAX_SPLIT}
        onChange={(value) => {
          setPreferences({ split: value });
        }}
      />
      <div className={styles.part} style={{ flexGrow: 1 - split }}>
        <Details performance={PerformanceTab} />
      </div>
    </>
  );
}

/** The window's title, once document and host have names. */
function useTitle(): string {
  const name = useHost((state) => state.world.host.get('host')?.computerName);
  const documentName = useDocument((view) => view.document?.name);
  const title =
    name === undefined || documentName === undefined
      ? frame.productName
      : documentText.title(documentName, name.toUpperCase());
  useEffect(() => {
    document.title = title;
  }, [title]);
  return title;
}

function usePaneKeys(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'F6' || document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      goToNextPane(event.shiftKey);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function Frame(): ReactNode {
  const styles = useStyles();
  const node = useSelection((selection) => selection.node);
  const showTree = usePreferences((preferences) => preferences.showTree);
  const showActions = usePreferences((preferences) => preferences.showActions);
  const title = useTitle();
  usePaneKeys();
  useWindowReady();
  return (
    <div className={styles.window}>
      <header>
        <h1 className={styles.heading}>{title}</h1>
        <MenuBar />
        <Toolbar />
        <DocumentNotices saveAs={{ caption: documentText.saveAs, run: documentActions.saveAs }} />
      </header>
      <div className={styles.columns}>
        {showTree && (
          <div className={`${styles.side} ${styles.tree}`}>
            <ConsoleTree />
          </div>
        )}
        <main className={styles.centre}>{node === 'host' ? <HostView /> : <Introduction />}</main>
        {showActions && (
          <div className={`${styles.side} ${styles.actions}`}>
            <Actions />
          </div>
        )}
      </div>
      <StatusBar />
      <Announcer />
      <DialogStack />
    </div>
  );
}

/** The whole page. */
export function App(): ReactNode {
  return (
    <ThemeProvider>
      <Frame />
    </ThemeProvider>
  );
}
