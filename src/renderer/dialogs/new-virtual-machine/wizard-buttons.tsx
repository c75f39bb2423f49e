/** The wizard's row of buttons. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ReasonedButton } from '../../forms/reasoned-button';
import { wizard as text } from '../../text/en/wizard';

const useStyles = makeStyles({
  // Finish stands apart from the pair that walks through the pages.
  apart: { marginLeft: '8px' },
});

export interface WizardButtonsProps {
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  readonly finish: () => void;
  readonly cancel: () => void;
  /** Why Finish cannot be pressed. */
  readonly obstacle: string | undefined;
  /** True while the shown page has an error. */
  readonly blocked: boolean;
}

/** `< Previous`, `Next >`, `Finish`, `Cancel`; Enter presses Next, on the last page Finish. */
export function WizardButtons(props: WizardButtonsProps): ReactNode {
  const styles = useStyles();
  const { previous, next, obstacle } = props;
  return (
    <>
      <Button size="small" disabled={previous === undefined} onClick={previous}>
        {text.previous}
      </Button>
      <Button
        size="small"
        type={next === undefined ? 'button' : 'submit'}
        appearance={next === undefined ? 'secondary' : 'primary'}
        disabled={next === undefined}
        disabledFocusable={next !== undefined && props.blocked}
        onClick={next}
      >
        {text.next}
      </Button>
      <span className={styles.apart}>
        <ReasonedButton
          type={next === undefined ? 'submit' : 'button'}
          primary={next === undefined}
          reason={obstacle}
          onPress={props.finish}
        >
          {text.finish}
        </ReasonedButton>
      </span>
      <Button size="small" onClick={props.cancel}>
        {text.cancel}
      </Button>
    </>
  );
}
