/** The Action menu of the connection window: the verbs that the VM allows now. */
import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Vm } from '../../../shared/model/vm';
import { runAction } from '../../menus/run-action';
import { actionsFor } from '../../menus/verb-list';
import type { VmAction } from '../../menus/verb-list';
import { connect as text } from '../../text/en/connect';
import { verbs } from '../../text/en/verbs';

/** Verbs about the running machine; the others belong to the list. */
const shown: readonly VmAction[] = ['start', 'turnOff', 'shutDown', 'save', 'pause', 'resume', 'reset'];

const useStyles = makeStyles({
  item: { minHeight: '24px', padding: '4px 8px', fontSize: '12px', lineHeight: '16px' },
});

/** Pressing a verb asks first where Hyper-V Manager asks. */
export function ActionMenu(props: { readonly vm: Vm; readonly hostRunning: boolean }): ReactNode {
  const styles = useStyles();
  const { vm, hostRunning } = props;
  const actions = actionsFor([vm], hostRunning).filter((action) => shown.includes(action));
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" disabled={actions.length === 0}>
          {text.action}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {actions.map((action) => (
            <MenuItem
              key={action}
              className={styles.item}
              onClick={() => {
                runAction(action, [vm.id]);
              }}
            >
              {verbs.captions[action]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
