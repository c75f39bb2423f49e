/** Chooses one of the host's virtual hard disks: what the simulated host has of a dialog to open files. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { diskIdOf } from '../../../shared/model/host-file';
import { virtualHardDisksOf } from '../../../shared/model/storage';
import type { WorldView } from '../../../shared/model/world-view';
import { ChoiceTable } from '../../forms/choice-table';
import type { ChoiceColumn, ChoiceRow } from '../../forms/choice-table';
import { DialogFrame } from '../../forms/dialog-frame';
import { ReasonedButton } from '../../forms/reasoned-button';
import { SimulatorMark } from '../../forms/simulator-mark';
import { useWorld } from '../../host/store';
import { forms } from '../../text/en/forms';
import { browseDisks as text, drivePage } from '../../text/en/vm-storage';
import type { DialogProps } from '../dialog-request';

const useStyles = makeStyles({
  body: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '4px 12px 12px',
    minHeight: 0,
  },
  list: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  empty: { padding: '12px' },
  mark: { display: 'flex' },
  button: { minWidth: '80px' },
});

const columns: readonly ChoiceColumn[] = [
  { name: text.name },
  { name: text.size, width: '104px', isNumber: true },
  { name: text.usedBy, width: '176px' },
];

/** Names of the VMs that have each disk in a drive, by the disk's id. */
function users(world: Pick<WorldView, 'vm'>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const vm of world.vm.values()) {
    for (const path of virtualHardDisksOf(vm)) {
      const id = diskIdOf(path);
      found.set(id, [...(found.get(id) ?? []), vm.name]);
    }
  }
  return found;
}

function rowsOf(world: WorldView): readonly ChoiceRow<string>[] {
  const usedBy = users(world);
  return [...world.disk.values()]
    .map(({ id, path, maximumGb }) => ({
      id,
      cells: [path, drivePage.gigabytes(maximumGb), (usedBy.get(id) ?? []).join(', ')],
    }))
    .sort((one, other) => one.id.localeCompare(other.id, 'en'));
}

export default function BrowseDisks({ request, close }: DialogProps<'browseDisks'>): ReactNode {
  const styles = useStyles();
  const world = useWorld();
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = rowsOf(world);
  const path = world.disk.get(chosen ?? '')?.path;
  function open(id: string): void {
    const disk = world.disk.get(id);
    if (disk === undefined) return;
    request.onChoose(disk.path);
    close();
  }
  const footer = (
    <>
      <ReasonedButton
        primary
        type="submit"
        reason={path === undefined ? text.chooseFirst : undefined}
        onPress={() => {
          open(chosen ?? '');
        }}
      >
        {text.open}
      </ReasonedButton>
      <Button size="small" className={styles.button} onClick={close}>
        {forms.cancel}
      </Button>
    </>
  );
  return (
    <DialogFrame title={text.title} width={620} height={400} onCancel={close} footer={footer}>
      <div className={styles.body}>
        <div>{text.intro}</div>
        <div className={styles.list}>
          {rows.length === 0 ? (
            <div className={styles.empty}>{text.empty}</div>
          ) : (
            <ChoiceTable label={text.intro} {...{ columns, rows, chosen }} onChoose={setChosen} onGo={open} />
          )}
        </div>
        <div className={styles.mark}>
          <SimulatorMark what={text.mark} />
        </div>
      </div>
    </DialogFrame>
  );
}
