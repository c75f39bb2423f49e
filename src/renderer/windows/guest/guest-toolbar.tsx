/** The verbs as buttons, in VMConnect's order; the arrow keys go along them. */
import { Toolbar, ToolbarButton, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { actionIcons } from '../../menus/action-icons';
import { guestWindow as text } from '../../text/en/guest';
import { frame } from '../../text/en/frame';
import { verbs } from '../../text/en/verbs';
import { useGuest } from './guest-context';
import { actionOf, guestVerbs, runCommand, verbObstacle } from './guest-verbs';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    height: '32px',
    padding: '0 4px',
    gap: '2px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  button: { minWidth: '28px', width: '28px', height: '26px', '& svg': { width: '16px', height: '16px' } },
});

/** A button that cannot be pressed stays where it is and says why. */
export function GuestToolbar(): ReactNode {
  const styles = useStyles();
  const guest = useGuest();
  return (
    <Toolbar size="small" aria-label={frame.toolbar} className={styles.bar}>
      {guestVerbs.map((verb) => {
        const action = actionOf(verb, guest.vm);
        const caption = verbs.captions[action].replace('...', '');
        const obstacle = verbObstacle(verb, guest);
        const tip = text.toolTip(caption, text.keys[verb]);
        return (
          <ToolbarButton
            key={verb}
            className={styles.button}
            appearance="subtle"
            icon={actionIcons[action]}
            aria-label={caption}
            title={obstacle === undefined ? tip : `${tip}\n${obstacle}`}
            disabledFocusable={obstacle !== undefined}
            onClick={() => {
              runCommand(verb, guest);
            }}
          />
        );
      })}
    </Toolbar>
  );
}
