/** The window: menus and tool bar above, tree, list, details and actions between, status bar below. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, useEffect } from 'react';
import type { ReactNode } from 'react';
import { useHelpKey } from './fidelity/help-key';
import { Announcer } from './frame/announcer';
import { DialogStack } from './frame/dialog-stack';
import { DocumentNotices } from './frame/document-notices';
import { goToNextPane } from './frame/pane-keys';
import { setPreferences, usePreferences } from './frame/preferences';
import { Splitter } from './frame/splitter';
import { ThemeProvider } from './frame/theme-provider';
import { Toolbar } from './frame/toolbar';
import { useWindowReady } from './frame/window-ready';
import { connectHost } from './host/connection';
import { useDocument } from './host/document';
import { useSelection } from './host/selection';
import { useHost } from './host/store';
import { documentActions } from './menus/document-actions';
import { MainMenuBar } from './menus/main-menu-bar';
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
  // However wide they were made in a larger window, the list keeps its place between them.
  side: { flexShrink: 0, minHeight: 0, maxWidth: '35%' },
  main: { display: 'flex', flexGrow: 1, minWidth: 0, minHeight: 0 },
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

const shares = { min: 0.2, max: 0.85, step: 0.05 };
/** CSS pixels. */
const sideWidths = { min: 120, step: 16 };

/** How wide a pane at the side can be in the window as it is; see `side` above. */
function widestSide(): number {
  return Math.max(sideWidths.min, Math.floor(innerWidth * 0.35));
}

function HostView(): ReactNode {
  const styles = useStyles();
  const split = usePreferences((preferences) => preferences.split);
  return (
    <>
      <div className={styles.part} style={{ flexGrow: split }}>
        <VirtualMachines />
      </div>
      <Splitter
        {...shares}
        edge="under"
        label={panes.resizeDetails}
        value={split}
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

/** F5 and F6 do the same wherever the focus is, but never behind a dialog. */
function useWindowKeys(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (document.querySelector('[role="dialog"]') !== null) return;
      if (event.key === 'F6') goToNextPane(event.shiftKey);
      else if (event.key !== 'F5') return;
      else if (!event.repeat) void connectHost();
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

/** The list and what belongs to it, with the bars at its sides: landmarks hold all content. */
function Centre(props: { readonly tree: boolean; readonly actions: boolean }): ReactNode {
  const styles = useStyles();
  const node = useSelection((selection) => selection.node);
  const treeWidth = usePreferences((preferences) => preferences.treeWidth);
  const actionsWidth = usePreferences((preferences) => preferences.actionsWidth);
  const max = widestSide();
  return (
    <main className={styles.main}>
      {props.tree && (
        <Splitter
          {...sideWidths}
          edge="rightOf"
          label={panes.resizeTree}
          max={max}
          value={Math.min(max, treeWidth)}
          onChange={(width) => {
            setPreferences({ treeWidth: width });
          }}
        />
      )}
      <div className={styles.centre}>{node === 'host' ? <HostView /> : <Introduction />}</div>
      {props.actions && (
        <Splitter
          {...sideWidths}
          edge="leftOf"
          label={panes.resizeActions}
          max={max}
          value={Math.min(max, actionsWidth)}
          onChange={(width) => {
            setPreferences({ actionsWidth: width });
          }}
        />
      )}
    </main>
  );
}

function Frame(): ReactNode {
  const styles = useStyles();
  const treeWidth = usePreferences((preferences) => preferences.treeWidth);
  const actionsWidth = usePreferences((preferences) => preferences.actionsWidth);
  const showTree = usePreferences((preferences) => preferences.showTree);
  const showActions = usePreferences((preferences) => preferences.showActions);
  const showToolbar = usePreferences((preferences) => preferences.showToolbar);
  const showStatusBar = usePreferences((preferences) => preferences.showStatusBar);
  const title = useTitle();
  useWindowKeys();
  useHelpKey();
  useWindowReady();
  return (
    <div className={styles.window}>
      <header>
        <h1 className={styles.heading}>{title}</h1>
        <MainMenuBar />
        {showToolbar && <Toolbar />}
        <DocumentNotices saveAs={{ caption: documentText.saveAs, run: documentActions.saveAs }} />
      </header>
      <div className={styles.columns}>
        {showTree && (
          <div className={styles.side} style={{ width: treeWidth }}>
            <ConsoleTree />
          </div>
        )}
        <Centre tree={showTree} actions={showActions} />
        {showActions && (
          <div className={styles.side} style={{ width: actionsWidth }}>
            <Actions />
          </div>
        )}
      </div>
      {showStatusBar && <StatusBar />}
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
