/** The page `Firmware` of generation 2: drives and network adapters in the order in which they are tried. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Power20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { fileNameOf } from '../../../../shared/model/host-file';
import type { Vm } from '../../../../shared/model/vm';
import type { WorldView } from '../../../../shared/model/world-view';
import { ChoiceTable } from '../../../forms/choice-table';
import { Facts } from '../../../forms/facts';
import type { Fact } from '../../../forms/facts';
import { GroupBox } from '../../../forms/group-box';
import { NoEffectMark } from '../../../forms/no-effect-mark';
import { biosPage, driveKinds, drivePage, firmwarePage as text } from '../../../text/en/vm-storage';
import { vmSettings } from '../../../text/en/vm-settings';
import type { SettingsDraft } from '../settings-draft';
import type { PageView, SettingsPage } from '../settings-page';
import { MoveButtons, moved } from './order-list';
import { draftedBootDevices, firmwarePageId } from './start-up-draft';
import type { BootDevice } from './start-up-draft';
import { withStartUpEdit } from './start-up-value';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '8px' },
  order: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '8px' },
  list: {
    height: '196px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface FirmwarePageProps extends PageView {
  readonly world: WorldView;
  readonly vm: Vm;
  readonly draft: SettingsDraft;
}

function typeOf({ drive }: BootDevice): string {
  return drive === null ? text.networkAdapter : driveKinds[drive.kind];
}

function valueOf(world: WorldView, { drive, adapter }: BootDevice): string {
  if (drive !== null) return drive.path === null ? drivePage.none : fileNameOf(drive.path);
  return world.switch.get(adapter.switchId ?? '')?.name ?? text.notConnected;
}

function detailsOf(world: WorldView, device: BootDevice): readonly Fact[] {
  const { drive } = device;
  const description = drive === null ? text.descriptions.network : text.descriptions.drive;
  const facts: Fact[] = [
    [text.description, description],
    [text.valueOf, valueOf(world, device)],
  ];
  return drive?.path == null ? facts : [...facts, [text.filePath, drive.path]];
}

function hasNewDevices({ added, storage }: SettingsDraft): boolean {
  return Object.keys(added).length + Object.keys(storage.added).length > 0;
}

function FirmwarePage({ world, vm, draft, change }: FirmwarePageProps): ReactNode {
  const styles = useStyles();
  const devices = draftedBootDevices(world, vm, draft);
  const [wanted, setWanted] = useState<string | null>(null);
  const chosen = devices.find(({ id }) => id === wanted) ?? devices[0];
  const order = devices.map(({ id }) => id);
  const index = order.indexOf(chosen?.id ?? '');
  return (
    <div className={styles.page}>
      <div>{text.intro}</div>
      <div aria-hidden>{text.bootOrder}</div>
      <div className={styles.order}>
        <div className={styles.list}>
          <ChoiceTable
            label={text.bootOrder}
            columns={[{ name: text.type, width: '128px' }, { name: text.value }]}
            rows={devices.map((device) => ({
              id: device.id,
              cells: [typeOf(device), valueOf(world, device)],
            }))}
            chosen={chosen?.id ?? null}
            onChoose={setWanted}
          />
        </div>
        <MoveButtons
          index={index}
          count={order.length}
          fixed={vm.state === 'Off' ? undefined : vmSettings.needsOff}
          onMove={(by) => {
            setWanted(chosen?.id ?? null);
            change(withStartUpEdit(draft, { bootOrder: moved(order, index, by) }));
          }}
        />
      </div>
      {hasNewDevices(draft) && <div>{text.newDevices}</div>}
      <GroupBox caption={text.details}>
        {chosen === undefined ? text.nothing : <Facts facts={detailsOf(world, chosen)} />}
      </GroupBox>
      <NoEffectMark what={biosPage.mark} />
    </div>
  );
}

export function firmwarePage(world: WorldView, vm: Vm, draft: SettingsDraft): SettingsPage {
  const [first] = draftedBootDevices(world, vm, draft);
  return {
    id: firmwarePageId,
    label: text.title,
    detail: first === undefined ? text.nothing : text.detail(typeOf(first)),
    icon: <Power20Regular />,
    draw: (view) => <FirmwarePage world={world} vm={vm} draft={draft} {...view} />,
  };
}
