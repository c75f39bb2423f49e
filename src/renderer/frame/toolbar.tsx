/** The tool bar under the menus. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PanelLeft16Regular, PanelRight16Regular, QuestionCircle16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
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

interface ToolProps {
  readonly label: string;
  readonly icon: ReactElement;
  /** Left out for a button that does not stay pressed. */
  readonly pressed?: boolean;
  /** True for the one button that the Tab key reaches. */
  readonly stop: boolean;
  readonly onFocus: () => void;
  readonly onPress: () => void;
}

function Tool(props: ToolProps): ReactNode {
  const styles = useStyles();
  return (
    <button
      type="button"
      aria-label={props.label}
      aria-pressed={props.pressed}
      title={props.label}
      tabIndex={props.stop ? 0 : -1}
      onFocus={props.onFocus}
      className={mergeClasses(styles.button, props.pressed === true && styles.pressed)}
      onClick={() => {
        props.onPress();
      }}
    >
      {props.icon}
    </button>
  );
}

/** Left, Right, Home and End go from button to button. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const index = buttons.findIndex((button) => button === event.target);
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    Home: 0,
    End: buttons.length - 1,
  };
  const next = buttons[targets[event.key] ?? -1];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** Shows and hides the panes at the sides, and help between them; one tab stop. */
export function Toolbar(): ReactNode {
  const styles = useStyles();
  const showTree = usePreferences((preferences) => preferences.showTree);
  const showActions = usePreferences((preferences) => preferences.showActions);
  const [stop, setStop] = useState(0);
  const roving = (index: number): Pick<ToolProps, 'stop' | 'onFocus'> => ({
    stop: stop === index,
    onFocus: () => {
      setStop(index);
    },
  });
  return (
    <div role="toolbar" aria-label={frame.toolbar} className={styles.bar} onKeyDown={onArrow}>
      <Tool
        {...roving(0)}
        label={frame.toggleTree}
        icon={<PanelLeft16Regular />}
        pressed={showTree}
        onPress={() => {
          setPreferences({ showTree: !showTree });
        }}
      />
      <Tool {...roving(1)} label={help.item} icon={<QuestionCircle16Regular />} onPress={openHelp} />
      <Tool
        {...roving(2)}
        label={frame.toggleActions}
        icon={<PanelRight16Regular />}
        pressed={showActions}
        onPress={() => {
          setPreferences({ showActions: !showActions });
        }}
      />
    </div>
  );
}
