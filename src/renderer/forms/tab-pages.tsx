/** The tabs along the top of a property sheet, and the page of the one that is chosen. */
import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { SimulatorMark } from './simulator-mark';

export interface TabPage<T extends string> {
  readonly id: T;
  readonly label: string;
  /** What Windows lacks; left out for a tab that Windows has. */
  readonly simulated?: string;
}

export interface TabPagesProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly TabPage<T>[];
  readonly selected: T;
  readonly onSelect: (id: T) => void;
  /** The page of the chosen tab. */
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
  list: {
    flexShrink: 0,
    // Longer captions, or a magnified window, take a second line.
    flexWrap: 'wrap',
    '& .fui-Tab': { height: '26px', padding: '4px 8px', fontSize: '12px', lineHeight: '16px' },
    '& .fui-Tab__content': {
      display: 'inline-flex',
      alignItems: 'center',
      fontSize: '12px',
      lineHeight: '16px',
    },
  },
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    flexGrow: 1,
    minHeight: 0,
    padding: '12px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: 'none',
    ':focus-visible': { boxShadow: `inset 0 0 0 2px ${tokens.colorStrokeFocus2}` },
  },
});

/** One tab stop for the tabs, among which the arrow keys choose, and one for the page, so that it scrolls. */
export function TabPages<T extends string>(props: TabPagesProps<T>): ReactNode {
  const styles = useStyles();
  const base = useId();
  const { tabs, selected } = props;
  return (
    <div className={styles.frame}>
      <TabList
        size="small"
        className={styles.list}
        aria-label={props.label}
        selectTabOnFocus
        selectedValue={selected}
        onTabSelect={(_, data) => {
          const chosen = tabs.find((tab) => tab.id === data.value);
          if (chosen !== undefined && chosen.id !== selected) props.onSelect(chosen.id);
        }}
      >
        {tabs.map((tab) => (
          <Tab key={tab.id} value={tab.id} id={`${base}-${tab.id}`} aria-controls={`${base}-page`}>
            {tab.label}
            {tab.simulated !== undefined && <SimulatorMark compact what={tab.simulated} />}
          </Tab>
        ))}
      </TabList>
      <div
        id={`${base}-page`}
        role="tabpanel"
        aria-labelledby={`${base}-${selected}`}
        tabIndex={0}
        className={styles.page}
      >
        {props.children}
      </div>
    </div>
  );
}
