/** The selection's verbs as menu items. */
import { MenuItem } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { verbs } from '../text/en/verbs';
import { actionIcons } from './action-icons';
import { runAction } from './run-action';
import type { SelectedVms } from './selected-vms';
import type { VmAction } from './verb-list';

const keys: Partial<Record<VmAction, string>> = verbs.keys;

/** One menu item per verb that the selection allows. */
export function ActionItems(props: { readonly selected: SelectedVms }): ReactNode {
  const { vms, actions } = props.selected;
  return actions.map((action) => (
    <MenuItem
      key={action}
      icon={actionIcons[action]}
      {...(keys[action] === undefined ? {} : { secondaryContent: keys[action] })}
      onClick={() => {
        runAction(
          action,
          vms.map((vm) => vm.id),
        );
      }}
    >
      {verbs.captions[action]}
    </MenuItem>
  ));
}
