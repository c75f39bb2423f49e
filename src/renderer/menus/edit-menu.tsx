/** Edit: back and forth in what was done. Hyper-V Manager has nothing like it. */
import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuList } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useDocument } from '../host/document';
import { document as text } from '../text/en/document';
import { forms } from '../text/en/forms';
import { documentActions } from './document-actions';

interface StepItemProps {
  readonly caption: string;
  readonly keys?: string;
  /** Why there is nothing to do; undefined when there is. */
  readonly reason: string | undefined;
  readonly onClick: () => void;
}

function StepItem({ caption, keys, reason, onClick }: StepItemProps): ReactNode {
  return (
    <MenuItem
      disabled={reason !== undefined}
      {...(reason === undefined ? {} : { title: reason, 'aria-description': reason })}
      {...(keys === undefined ? {} : { secondaryContent: keys })}
      onClick={onClick}
    >
      {caption}
    </MenuItem>
  );
}

/** The Edit menu. */
export function EditMenu(): ReactNode {
  const undo = useDocument((view) => view.document?.undo ?? null);
  const redo = useDocument((view) => view.document?.redo ?? null);
  return (
    <MenuList>
      <MenuGroup>
        <MenuGroupHeader>{forms.simulatorOnly}</MenuGroupHeader>
        <StepItem
          caption={undo === null ? text.undo : text.undoStep(undo)}
          keys={text.keys.undo}
          reason={undo === null ? text.nothingToUndo : undefined}
          onClick={documentActions.undo}
        />
        <StepItem
          caption={redo === null ? text.redo : text.redoStep(redo)}
          keys={text.keys.redo}
          reason={redo === null ? text.nothingToRedo : undefined}
          onClick={documentActions.redo}
        />
        <MenuDivider />
        <StepItem caption={text.compare} reason={undefined} onClick={documentActions.compare} />
        <StepItem caption={text.reset} reason={undefined} onClick={documentActions.reset} />
      </MenuGroup>
    </MenuList>
  );
}
