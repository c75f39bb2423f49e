/** The dialog `Hyper-V Settings for <HOST>`. */
import type { ReactNode } from 'react';
import { theHost, thePlatform } from '../../../shared/model/world-view';
import { DialogFrame } from '../../forms/dialog-frame';
import { OkCancelApply } from '../../forms/ok-cancel-apply';
import { PropertyPages } from '../../forms/property-pages';
import { useWorld } from '../../host/store';
import { hostSettings as text } from '../../text/en/host-settings';
import type { DialogProps } from '../dialog-request';
import { serverPages } from './server-pages';
import { useHostSettings } from './use-host-settings';
import { userPages } from './user-pages';

/** Nothing is changed before OK or Apply, but for the button that resets check boxes. */
export default function HostSettingsDialog({ close }: DialogProps<'hostSettings'>): ReactNode {
  const world = useWorld();
  const settings = useHostSettings(world, close);
  const { selected, problem } = settings;
  const groups = [
    { header: text.server, nodes: serverPages(settings, thePlatform(world)) },
    { header: text.user, nodes: userPages(settings) },
  ];
  const pages = groups.flatMap(({ nodes }) => nodes);
  const shown = pages.find(({ id }) => id === selected);
  const heading = shown?.label ?? '';
  return (
    <DialogFrame
      title={text.title(theHost(world).computerName.toUpperCase())}
      width={740}
      height={700}
      onCancel={close}
      footer={
        <OkCancelApply
          onOk={settings.ok}
          onCancel={close}
          onApply={settings.apply}
          canApply={settings.changed}
          busy={settings.busy}
        />
      }
    >
      <PropertyPages
        label={text.tree}
        groups={groups}
        selected={selected}
        onSelect={(id) => {
          const page = pages.find((each) => each.id === id);
          if (page !== undefined) settings.select(page.id);
        }}
        heading={heading}
        problem={problem}
        message={problem?.field === null ? text.applyFailed(heading, problem.message) : null}
      >
        {shown?.draw()}
      </PropertyPages>
    </DialogFrame>
  );
}
