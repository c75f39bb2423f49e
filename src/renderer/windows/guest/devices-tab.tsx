/** Device Manager inside the guest; in a Linux guest what lspci and the VMBus list. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { NetworkAdapter16Regular, Warning16Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { isLinux } from '../../../shared/model/guest-systems';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import type { PageNode } from '../../forms/page-tree';
import { guestView as text } from '../../text/en/guest-view';
import { deviceFacts } from './device-facts';
import { FactGroups } from './fact-groups';
import { guestDevices } from './guest-devices';
import type { DeviceClass, GuestDevice } from './guest-devices';
import { ListAndDetails } from './list-and-details';

const useStyles = makeStyles({
  warning: { color: tokens.colorStatusWarningForeground3 },
  hint: { color: tokens.colorNeutralForeground2 },
  name: { margin: 0, fontSize: '12px', lineHeight: '16px', overflowWrap: 'anywhere' },
});

const captions: Readonly<Record<DeviceClass, string>> = {
  network: text.networkAdapters,
  other: text.otherDevices,
  vmbus: text.vmbusDevices,
  pci: text.pciDevices,
};

function nodesOf(devices: readonly GuestDevice[], linux: boolean, warning: string): readonly PageNode[] {
  const classes: readonly DeviceClass[] = linux ? ['vmbus', 'pci'] : ['network', 'other'];
  return classes.flatMap((id): PageNode[] => {
    const children = devices
      .filter(({ under }) => under === id)
      .map((device): PageNode => ({
        id: device.id,
        label: device.name,
        icon:
          device.kind === 'unknown' ? <Warning16Filled className={warning} /> : <NetworkAdapter16Regular />,
        ...(device.detail === undefined ? {} : { detail: device.detail }),
      }));
    // The second class exists only while something is in it.
    return children.length === 0 && id !== classes[0] ? [] : [{ id, label: captions[id], children }];
  });
}

export interface GuestTabProps {
  readonly world: WorldView;
  readonly vm: Vm;
}

export function DevicesTab({ world, vm }: GuestTabProps): ReactNode {
  const styles = useStyles();
  const linux = isLinux(vm.guest.operatingSystem);
  const devices = guestDevices(world, vm);
  const [chosen, setChosen] = useState(devices[0]?.id ?? '');
  const device = devices.find(({ id }) => id === chosen);
  return (
    <ListAndDetails
      label={text.tabs[linux ? 'linux' : 'windows'].devices}
      nodes={nodesOf(devices, linux, styles.warning)}
      selected={chosen}
      onSelect={setChosen}
    >
      {device === undefined ? (
        <span className={styles.hint}>{devices.length === 0 ? text.noDevices : text.chooseDevice}</span>
      ) : (
        <>
          <h2 className={styles.name}>{device.name}</h2>
          <FactGroups groups={deviceFacts(world, vm, device)} />
        </>
      )}
    </ListAndDetails>
  );
}
