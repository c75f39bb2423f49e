/** The wizard's steps on the left: where one is, and the way back to pages already seen. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle12Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { wizard as text } from '../../text/en/wizard';
import type { PageId, Step } from './wizard-steps';

const useStyles = makeStyles({
  list: {
    flexShrink: 0,
    width: '208px',
    margin: 0,
    padding: '12px 8px',
    listStyleType: 'none',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    width: '100%',
    minHeight: '24px',
    boxSizing: 'border-box',
    padding: '4px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorBrandForegroundLink,
    fontFamily: 'inherit',
    fontSize: '12px',
    lineHeight: '16px',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  ahead: {
    color: tokens.colorNeutralForeground3,
    cursor: 'default',
    ':hover': { backgroundColor: 'transparent' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundSelected },
  },
  wrong: { color: tokens.colorPaletteRedForeground1, flexShrink: 0 },
});

export interface StepListProps {
  readonly steps: readonly Step[];
  readonly onGo: (page: PageId) => void;
}

/** Visited pages are buttons; those ahead are read, not pressed. */
export function StepList(props: StepListProps): ReactNode {
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label={text.steps}>
      {props.steps.map((step) => (
        <li key={step.id}>
          {step.reachable ? (
            <button
              type="button"
              className={mergeClasses(styles.step, step.current && styles.current)}
              aria-current={step.current ? 'step' : undefined}
              onClick={() => {
                props.onGo(step.id);
              }}
            >
              {text.pages[step.id]}
              {step.wrong && <ErrorCircle12Filled className={styles.wrong} aria-hidden />}
            </button>
          ) : (
            <span className={mergeClasses(styles.step, styles.ahead)}>{text.pages[step.id]}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
