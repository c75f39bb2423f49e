/** The pages of a VM's network adapters: each with its children, as far as its kind has them. */
import { FlashFlow16Regular, NetworkAdapter16Regular, Options16Regular } from '@fluentui/react-icons';
import type { Vm } from '../../../../shared/model/vm';
import type { WorldView } from '../../../../shared/model/world-view';
import { networkAdapter as text } from '../../../text/en/network-adapter';
import type { SettingsDraft } from '../settings-draft';
import type { PageView, SettingsPage } from '../settings-page';
import { AccelerationPage } from './acceleration-page';
import { accelerationPageOf, adapterPages, advancedPageOf, withEdit } from './adapter-draft';
import type { DraftedAdapter } from './adapter-draft';
import { AdapterPage } from './adapter-page';
import type { AdapterValue } from './adapter-value';
import { AdvancedPage } from './advanced-page';

/** What every page of an adapter is given. */
export interface AdapterPageProps extends PageView {
  readonly world: WorldView;
  readonly vm: Vm;
  readonly draft: SettingsDraft;
  readonly adapter: DraftedAdapter;
  readonly onEdit: (patch: Partial<AdapterValue>) => void;
}

function childrenOf(
  adapter: DraftedAdapter,
  props: (view: PageView) => AdapterPageProps,
): readonly SettingsPage[] {
  const acceleration: SettingsPage = {
    id: accelerationPageOf(adapter.id),
    label: text.hardwareAcceleration,
    icon: <FlashFlow16Regular />,
    draw: (view) => <AccelerationPage key={adapter.id} {...props(view)} />,
  };
  const advanced: SettingsPage = {
    id: advancedPageOf(adapter.id),
    label: text.advancedFeatures,
    icon: <Options16Regular />,
    draw: (view) => <AdvancedPage key={adapter.id} {...props(view)} />,
  };
  return adapter.kind === 'legacy' ? [advanced] : [acceleration, advanced];
}

export function networkAdapterPages(world: WorldView, vm: Vm, draft: SettingsDraft): readonly SettingsPage[] {
  return adapterPages(world, vm.id, draft).map((adapter) => {
    const { switchId } = adapter.value;
    const props = (view: PageView): AdapterPageProps => ({
      ...view,
      ...{ world, vm, draft, adapter },
      onEdit: (patch) => {
        view.change(withEdit(draft, adapter, patch));
      },
    });
    return {
      id: adapter.id,
      label: adapter.name,
      detail: (switchId === null ? undefined : world.switch.get(switchId)?.name) ?? text.notConnected,
      icon: <NetworkAdapter16Regular />,
      draw: (view) => <AdapterPage key={adapter.id} {...props(view)} />,
      children: childrenOf(adapter, props),
    };
  });
}
