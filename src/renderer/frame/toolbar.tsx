/** The tool bar under the menus. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PanelLeft16Regular, PanelRight16Regular, QuestionCircle16Regular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { openHelp } from '../fidelity/help-key';
import { frame } from '../text/en/frame';
import { help } from '../text/en/help';
import { setPreferences, usePreferences } from './preferences';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: '2px',
    height: '28px',
    alignItems: 'center',
    padding: '0 4px',
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  button: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    color: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
});

interface ToggleProps {
  readonly label: string;
  readonly icon: ReactElement;
  readonly pressed: boolean;
  readonly onToggle: () => void;
}

function Toggle(props: ToggleProps): ReactNode {
  const styles = useStyles();
  return (
    <button
      type="button"
      aria-label={props.label}
      aria-pressed={props.pressed}
      title={props.label}
      className={mergeClasses(styles.button, props.pressed && styles.pressed)}
      onClick={props.onToggle}
    >
      {props.icon}
    </button>
  );
}

/** Shows and hides the panes at the sides. */
export function Toolbar(): ReactNode {
  const styles = useStyles();
  const showTree = usePreferences((preferences) => preferences.showTree);
  const showActions = usePreferences((preferences) => preferences.showActions);
  return (
    <div role="toolbar" aria-label={frame.toolbar} className={styles.bar}>
      <Toggle
        label={frame.toggleTree}
        icon={<PanelLeft16Regular />}
        pressed={showTree}
        onToggle={() => {
          setPreferences({ showTree: !showTree });
        }}
      />
      <button
        type="button"
        aria-label={help.item}
        title={help.item}
        className={styles.button}
        onClick={() => {
          openHelp();
        }}
      >
        <QuestionCircle16Regular />
      </button>
      <Toggle
        label={frame.toggleActions}
        icon={<PanelRight16Regular />}
        pressed={showActions}
        onToggle={() => {
          setPreferences({ showActions: !showActions });
        }}
      />
    </div>
  );
}
