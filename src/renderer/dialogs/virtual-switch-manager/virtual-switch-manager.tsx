/** The dialog `Virtual Switch Manager`: pages at the left, one batch of commands for all of them. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { DialogFrame } from '../../forms/dialog-frame';
import { OkCancelApply } from '../../forms/ok-cancel-apply';
import { PropertyPages } from '../../forms/property-pages';
import type { WorldView } from '../../../shared/model/world-view';
import { useWorld } from '../../host/store';
import { switchManager as text } from '../../text/en/switch-manager';
import type { DialogProps } from '../dialog-request';
import { ApplyNetworkingChanges } from './apply-networking-changes';
import { ExtensionsPage } from './extensions-page';
import { macRangePage } from './mac-range';
import { MacRangePage } from './mac-range-page';
import { NewSwitchPage } from './new-switch-page';
import { SwitchPage } from './switch-page';
import { switchTree } from './switch-tree';
import { useManager } from './use-manager';
import type { Manager } from './use-manager';

function headingOf({ shown, page }: Manager): string {
  if (shown === macRangePage) return text.macRange;
  if (page === null) return text.createVirtualSwitch;
  return shown === page.id ? text.properties : text.extensionsHeading;
}

function Page({ world, manager }: { readonly world: WorldView; readonly manager: Manager }): ReactNode {
  const { page, pages, problem, edit, shown } = manager;
  if (shown === macRangePage) {
    return <MacRangePage value={manager.macRange} problem={problem} onChange={manager.setMacRange} />;
  }
  if (page === null) return <NewSwitchPage onCreate={manager.create} />;
  const shared = { page, problem, onEdit: edit };
  if (shown !== page.id) return <ExtensionsPage {...shared} />;
  return <SwitchPage {...shared} world={world} pages={pages} onRemove={manager.remove} />;
}

/** Nothing is created, changed or removed before OK or Apply. */
export default function VirtualSwitchManager({ close }: DialogProps<'virtualSwitchManager'>): ReactNode {
  const world = useWorld();
  const [asking, setAsking] = useState<{ readonly go: () => void } | null>(null);
  const manager = useManager(world, close, (go) => setAsking({ go }));
  const { shown, problem } = manager;
  const message = problem?.field === null ? text.applyFailed(problem.message) : null;
  const footer = (
    <OkCancelApply
      onOk={manager.ok}
      onCancel={close}
      onApply={manager.apply}
      canApply={manager.changed}
      busy={manager.busy}
    />
  );
  const host = world.host.get('host')?.computerName ?? '';
  return (
    <>
      <DialogFrame
        title={text.title(host.toUpperCase())}
        width={740}
        height={700}
        footer={footer}
        onCancel={close}
      >
        <PropertyPages
          label={text.tree}
          groups={switchTree(world, manager.pages, manager.macRange)}
          selected={shown}
          onSelect={manager.select}
          heading={headingOf(manager)}
          problem={problem}
          message={message}
        >
          <Page world={world} manager={manager} />
        </PropertyPages>
      </DialogFrame>
      {asking !== null && (
        <ApplyNetworkingChanges
          onYes={() => {
            setAsking(null);
            asking.go();
          }}
          onNo={() => setAsking(null)}
        />
      )}
    </>
  );
}
