/** `Help` at the end of a menu. */
import { MenuItem } from '@fluentui/react-components';
import { QuestionCircle16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { openHelp } from '../fidelity/help-key';
import { help } from '../text/en/help';

/** Opens the help on a page of the main window. */
export function HelpItem(props: { readonly page: string }): ReactNode {
  return (
    <MenuItem
      icon={<QuestionCircle16Regular />}
      secondaryContent={help.key}
      onClick={() => {
        openHelp(props.page);
      }}
    >
      {help.item}
    </MenuItem>
  );
}
