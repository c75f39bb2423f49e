/** The band under the list: the selected virtual machine, with its tabs at the bottom. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { ComponentType, KeyboardEvent, ReactNode } from 'react';
import type { Vm } from '../../../shared/model/vm';
import { SimulatorMark } from '../../forms/simulator-mark';
import { PaneHeader } from '../../frame/pane-header';
import { setPreferences, usePreferences } from '../../frame/preferences';
import type { DetailsTab } from '../../frame/preferences';
import { useSelectedVms } from '../../menus/selected-vms';
import { panes } from '../../text/en/panes';
import { MemoryTab } from './memory-tab';
import { NetworkingTab } from './networking-tab';
import { SummaryTab } from './summary-tab';

const tabs: readonly DetailsTab[] = ['summary', 'memory', 'networking', 'performance'];

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  page: { flexGrow: 1, minHeight: 0, overflow: 'auto', outlineStyle: 'none' },
  focusRing: { ':focus-visible': { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` } },
  note: { padding: '12px', color: tokens.colorNeutralForeground3 },
  tabs: {
    display: 'flex',
    flexShrink: 0,
    height: '25px',
    padding: '0 4px',
    gap: '2px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  tab: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    padding: '0 10px',
    border: 'none',
    borderTop: '2px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    cursor: 'default',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    // Forced colours would paint the transparent border too.
    '@media (forced-colors: active)': { borderTopColor: 'Canvas' },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderTopColor: tokens.colorBrandStroke1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { borderTopColor: 'Highlight' },
  },
});

/** The chart tab comes from outside: it is loaded when it is first looked at. */
export type PerformanceTab = ComponentType<{ vmId: string }>;

interface PageProps {
  readonly tab: DetailsTab;
  readonly vm: Vm;
  readonly performance: PerformanceTab;
}

function Page(props: PageProps): ReactNode {
  const styles = useStyles();
  const { tab, vm, performance: Performance } = props;
  switch (tab) {
    case 'summary':
      return <SummaryTab vm={vm} />;
    case 'memory':
      return <MemoryTab vm={vm} />;
    case 'networking':
      return <NetworkingTab vmId={vm.id} />;
    case 'performance':
      return (
        <Suspense fallback={<div className={styles.note}>{panes.loading}</div>}>
          <Performance vmId={vm.id} />
        </Suspense>
      );
  }
}

function tabId(tab: DetailsTab): string {
  return `details-tab-${tab}`;
}

function TabStrip(props: { readonly chosen: DetailsTab }): ReactNode {
  const styles = useStyles();
  const { chosen } = props;

  function onKeyDown(event: KeyboardEvent): void {
    const index = tabs.indexOf(chosen);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const target = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : index + step;
    const next = tabs[(target + tabs.length) % tabs.length];
    if (next === undefined || next === chosen) return;
    event.preventDefault();
    setPreferences({ detailsTab: next });
    document.getElementById(tabId(next))?.focus();
  }

  return (
    <div role="tablist" aria-label={panes.details} className={styles.tabs} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          id={tabId(tab)}
          type="button"
          role="tab"
          aria-label={panes.tabs[tab]}
          aria-selected={tab === chosen}
          aria-controls="details-page"
          tabIndex={tab === chosen ? 0 : -1}
          className={mergeClasses(styles.tab, tab === chosen && styles.chosen)}
          onClick={() => {
            setPreferences({ detailsTab: tab });
          }}
        >
          {panes.tabs[tab]}
          {tab === 'performance' && <SimulatorMark compact what={panes.performanceHint} />}
        </button>
      ))}
    </div>
  );
}

/** Details of the selected virtual machine. */
export function Details(props: { readonly performance: PerformanceTab }): ReactNode {
  const styles = useStyles();
  const { vms } = useSelectedVms();
  const tab = usePreferences((preferences) => preferences.detailsTab);
  const [vm] = vms;
  const one = vms.length === 1 ? vm : undefined;
  const many = vms.length > 1 ? panes.manySelected(vms.length) : panes.nothingSelected;
  return (
    <section aria-labelledby="details-heading" data-pane className={styles.pane}>
      <PaneHeader id="details-heading">{one?.name ?? panes.details}</PaneHeader>
      <div
        id="details-page"
        role={one === undefined ? undefined : 'tabpanel'}
        aria-labelledby={one === undefined ? undefined : tabId(tab)}
        tabIndex={0}
        className={mergeClasses(styles.page, styles.focusRing)}
      >
        {one === undefined ? (
          <div className={styles.note}>{many}</div>
        ) : (
          <Page key={one.id} tab={tab} vm={one} performance={props.performance} />
        )}
      </div>
      {one !== undefined && <TabStrip chosen={tab} />}
    </section>
  );
}
