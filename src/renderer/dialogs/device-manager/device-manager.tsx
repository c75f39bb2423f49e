/** Device Manager: the host's network adapters, and the way to their properties. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Desktop16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { isDisabled } from '../../../shared/model/device-status';
import { theHost } from '../../../shared/model/world-view';
import { CheckField } from '../../forms/check-field';
import { DialogFrame } from '../../forms/dialog-frame';
import { PageTree } from '../../forms/page-tree';
import type { PageNode } from '../../forms/page-tree';
import { ReasonedButton } from '../../forms/reasoned-button';
import { SimulatorMark } from '../../forms/simulator-mark';
import { openDialog } from '../../host/dialogs';
import { useWorld } from '../../host/store';
import { toggleNic } from '../../menus/nic-actions';
import { deviceManager as text } from '../../text/en/devices';
import { forms } from '../../text/en/forms';
import { frame } from '../../text/en/frame';
import type { DialogProps } from '../dialog-request';
import { DeviceIcon } from './device-icon';
import { useDeviceMenu } from './device-menu';
import { devicesOf } from './devices';
import type { Device } from './devices';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    flexShrink: 0,
    padding: '0 12px 8px',
  },
  grow: { flexGrow: 1 },
  tree: {
    display: 'grid',
    gridTemplateRows: 'minmax(0, 1fr)',
    flexGrow: 1,
    minHeight: 0,
    padding: '0 12px 12px',
  },
  empty: { padding: '0 16px 12px', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  button: { minWidth: '80px' },
});

const category = 'category';

function nodesOf(devices: readonly Device[]): readonly PageNode[] {
  const children = devices.map(({ id, label, detail, problem }): PageNode => ({
    id,
    label,
    detail,
    icon: <DeviceIcon problem={problem} />,
  }));
  return [{ id: category, label: text.category, icon: <Desktop16Regular />, children }];
}

/** Why neither properties nor verbs are there for what is chosen; undefined for a physical adapter. */
function obstacleOf(device: Device | undefined): string | undefined {
  return device === undefined ? text.nothingChosen : device.obstacle;
}

/** Why what is chosen can be neither disabled nor enabled now. */
function obstacleNow(device: Device | undefined, hostRunning: boolean): string | undefined {
  const standing = hostRunning ? undefined : text.hostRestarting;
  return obstacleOf(device) ?? standing ?? (device?.nic?.present === false ? text.notPresent : undefined);
}

interface BarProps {
  readonly device: Device | undefined;
  readonly hostRunning: boolean;
  readonly onProperties: () => void;
  readonly showHidden: boolean;
  readonly onShowHidden: (show: boolean) => void;
}

/** What Device Manager has in its menus Action and View. */
function Bar({ device, hostRunning, onProperties, showHidden, onShowHidden }: BarProps): ReactNode {
  const styles = useStyles();
  const nic = device?.nic ?? null;
  const obstacle = obstacleOf(device);
  const notNow = obstacleNow(device, hostRunning);
  return (
    <div className={styles.bar}>
      <ReasonedButton reason={obstacle} onPress={onProperties}>
        {text.properties}
      </ReasonedButton>
      <ReasonedButton
        reason={notNow}
        onPress={() => {
          if (nic !== null && notNow === undefined) toggleNic(nic);
        }}
      >
        {nic !== null && isDisabled(nic) ? text.enable : text.disable}
      </ReasonedButton>
      <Button
        size="small"
        onClick={() => {
          openDialog({ kind: 'virtualFunctions', nicId: nic?.id ?? null });
        }}
      >
        {frame.virtualFunctions}
      </Button>
      <span className={styles.grow}>
        <SimulatorMark compact what={frame.virtualFunctionsHint} />
      </span>
      <CheckField label={text.showHidden} value={showHidden} onChange={onShowHidden} />
    </div>
  );
}

function Empty(): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <div>{text.empty}</div>
      <div>{text.emptyHint}</div>
    </div>
  );
}

/** Shows hidden devices by itself while a card is out: where else would it be put back? */
export default function DeviceManager({ close }: DialogProps<'deviceManager'>): ReactNode {
  const styles = useStyles();
  const world = useWorld();
  const host = theHost(world);
  const [chosen, setChosen] = useState(category);
  const [wanted, setWanted] = useState<boolean | null>(null);
  const all = devicesOf(world);
  const pulledOut = all.some(({ nic }) => nic?.present === false);
  const showHidden = wanted ?? pulledOut;
  const shown = all.filter(({ hidden }) => showHidden || !hidden);
  const device = shown.find(({ id }) => id === chosen);

  function openProperties(): void {
    if (device?.nic != null) openDialog({ kind: 'nicProperties', nicId: device.nic.id });
  }

  function onTreeItem(event: MouseEvent | KeyboardEvent): void {
    if (event.target instanceof Element && event.target.closest('[role="treeitem"]') !== null) {
      event.preventDefault();
      openProperties();
    }
  }

  const menu = useDeviceMenu(
    device?.nic ?? null,
    obstacleNow(device, host.state === 'running'),
    openProperties,
  );

  return (
    <DialogFrame
      title={text.title}
      width={560}
      height={560}
      onCancel={close}
      footer={
        <Button className={styles.button} size="small" onClick={close}>
          {forms.close}
        </Button>
      }
    >
      <Bar
        device={device}
        hostRunning={host.state === 'running'}
        onProperties={openProperties}
        showHidden={showHidden}
        onShowHidden={setWanted}
      />
      {shown.length === 0 && <Empty />}
      <div
        className={styles.tree}
        onDoubleClick={onTreeItem}
        onContextMenu={menu.onContextMenu}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onTreeItem(event);
          else menu.onKeyDown(event);
        }}
      >
        <PageTree
          label={text.tree}
          groups={[{ header: host.computerName.toUpperCase(), nodes: nodesOf(shown) }]}
          selected={chosen}
          onSelect={setChosen}
        />
      </div>
      {menu.element}
    </DialogFrame>
  );
}
