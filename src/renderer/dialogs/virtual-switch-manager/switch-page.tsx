/** The page of one virtual switch, existing or still to be created. */
import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { WorldView } from '../../../shared/model/world-view';
import { TextField } from '../../forms/text-field';
import { switchManager as text } from '../../text/en/switch-manager';
import { ConnectionGroup } from './connection-group';
import { VlanGroup } from './vlan-group';
import type { Problem, SwitchPage as Page, SwitchValue } from './switch-draft';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  remove: { alignSelf: 'end', minWidth: '80px' },
});

export interface SwitchPageProps {
  readonly world: WorldView;
  readonly pages: readonly Page[];
  readonly page: Page;
  /** What is wrong on this page; null if nothing is. */
  readonly problem: Problem | null;
  readonly onEdit: (patch: Partial<SwitchValue>) => void;
  readonly onRemove: () => void;
}

/** Name, notes, connection type, and the way to get rid of the switch. */
export function SwitchPage(props: SwitchPageProps): ReactNode {
  const styles = useStyles();
  const { page, problem, onEdit } = props;
  return (
    <div className={styles.page}>
      <TextField
        label={text.name}
        labelWidth="48px"
        value={page.value.name}
        error={problem?.field === 'name' ? problem.message : undefined}
        onChange={(name) => {
          onEdit({ name });
        }}
      />
      <TextField
        label={text.notes}
        lines={3}
        value={page.value.notes}
        error={problem?.field === 'notes' ? problem.message : undefined}
        onChange={(notes) => {
          onEdit({ notes });
        }}
      />
      <ConnectionGroup {...props} />
      <VlanGroup page={page} problem={problem} onEdit={onEdit} />
      <Button className={styles.remove} size="small" onClick={props.onRemove}>
        {text.remove}
      </Button>
    </div>
  );
}
