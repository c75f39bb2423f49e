/** Pages of the group `User`: what this console remembers for whoever uses it. */
import { Button, makeStyles } from '@fluentui/react-components';
import {
  CheckboxChecked16Regular,
  Cursor16Regular,
  DesktopCursor16Regular,
  Keyboard16Regular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { CheckField } from '../../forms/check-field';
import { NoEffectMark } from '../../forms/no-effect-mark';
import { RadioChoices } from '../../forms/radio-choices';
import { SelectField } from '../../forms/select-field';
import { resetCheckBoxes } from '../../frame/check-boxes';
import type { KeyboardChoice, MouseReleaseKey } from '../../frame/preferences';
import { hostSettings as text } from '../../text/en/host-settings';
import type { HostPage, UserPageProps } from './host-page';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  button: { minWidth: '80px' },
});

const keyboardChoices: readonly KeyboardChoice[] = ['physical', 'virtual', 'fullScreen'];
const releaseKeys: readonly MouseReleaseKey[] = ['left', 'right', 'space', 'shift'];

function KeyboardPage({ user, setUser }: UserPageProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <RadioChoices
        label={text.keyboardIntro}
        showLabel
        choices={keyboardChoices.map((value) => ({ value, label: text.keyboardChoices[value] }))}
        value={user.keyboard}
        onChange={(keyboard) => {
          setUser({ keyboard });
        }}
      />
      <NoEffectMark what={text.consoleMark} />
    </div>
  );
}

function MouseReleaseKeyPage({ user, setUser }: UserPageProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div>{text.mouseReleaseKeyIntro}</div>
      <SelectField
        label={text.mouseReleaseKeyLabel}
        width="220px"
        choices={releaseKeys.map((value) => ({ value, label: text.mouseReleaseKeys[value] }))}
        value={user.mouseReleaseKey}
        onChange={(mouseReleaseKey) => {
          setUser({ mouseReleaseKey });
        }}
      />
      <NoEffectMark what={text.consoleMark} />
    </div>
  );
}

function SessionPage({ user, setUser }: UserPageProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div>{text.sessionIntro}</div>
      <CheckField
        label={text.sessionBox}
        value={user.useEnhancedSession}
        onChange={(useEnhancedSession) => {
          setUser({ useEnhancedSession });
        }}
      />
      <NoEffectMark what={text.consoleMark} />
    </div>
  );
}

/** Acts at once, as in Windows: there is nothing to apply. */
function ResetPage(): ReactNode {
  const styles = useStyles();
  const [done, setDone] = useState(false);
  return (
    <div className={styles.page}>
      <div>{text.resetIntro}</div>
      <div>
        <Button
          size="small"
          className={styles.button}
          onClick={() => {
            resetCheckBoxes();
            setDone(true);
          }}
        >
          {text.resetButton}
        </Button>
      </div>
      <div role="status">{done && text.resetDone}</div>
    </div>
  );
}

export function userPages(props: UserPageProps): readonly HostPage[] {
  const { user } = props;
  return [
    {
      id: 'keyboard',
      label: text.keyboard,
      detail: text.keyboardChoices[user.keyboard],
      icon: <Keyboard16Regular />,
      draw: () => <KeyboardPage {...props} />,
    },
    {
      id: 'mouse-release-key',
      label: text.mouseReleaseKey,
      detail: text.mouseReleaseKeys[user.mouseReleaseKey],
      icon: <Cursor16Regular />,
      draw: () => <MouseReleaseKeyPage {...props} />,
    },
    {
      id: 'session',
      label: text.session,
      detail: user.useEnhancedSession ? text.sessionOn : text.sessionOff,
      icon: <DesktopCursor16Regular />,
      draw: () => <SessionPage {...props} />,
    },
    {
      id: 'reset',
      label: text.reset,
      detail: text.resetDetail,
      icon: <CheckboxChecked16Regular />,
      draw: () => <ResetPage />,
    },
  ];
}
