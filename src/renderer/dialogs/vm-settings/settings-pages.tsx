/** The pages of the Settings dialog, in the order of the list. A page to come gets a file and a line here. */
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import { vmSettings as text } from '../../text/en/vm-settings';
import { addHardwarePage } from './add-hardware/add-hardware-page';
import { automaticActionPages } from './automatic-actions/automatic-action-pages';
import { integrationServicesPage } from './integration-services/integration-services-page';
import { memoryPage } from './memory/memory-page';
import { namePage } from './name/name-page';
import { networkAdapterPages } from './network-adapter/adapter-pages';
import { processorPage } from './processor/processor-page';
import { securityPages } from './security/security-page';
import type { SettingsDraft } from './settings-draft';
import type { SettingsPage } from './settings-page';
import { smartPagingPage } from './smart-paging/smart-paging-page';
import { biosPage } from './start-up/bios-page';
import { comPages } from './start-up/com-pages';
import { diskettePage } from './start-up/diskette-page';
import { firmwarePage } from './start-up/firmware-page';
import { controllerPages } from './storage/controller-pages';

export interface SettingsGroup {
  readonly header: string;
  readonly nodes: readonly SettingsPage[];
}

/** Hardware and Management. */
export function settingsPages(world: WorldView, vm: Vm, draft: SettingsDraft): readonly SettingsGroup[] {
  return [
    {
      header: text.hardware,
      nodes: [
        addHardwarePage(world, vm, draft),
        vm.generation === 1 ? biosPage(vm, draft) : firmwarePage(world, vm, draft),
        ...securityPages(vm, draft),
        memoryPage(vm, draft),
        processorPage(world, vm, draft),
        ...controllerPages(world, vm, draft),
        ...networkAdapterPages(world, vm, draft),
        // Generation 2 has COM ports too, but Windows shows them to PowerShell alone.
        ...(vm.generation === 1 ? [...comPages(vm, draft), diskettePage(vm, draft)] : []),
      ],
    },
    {
      header: text.management,
      nodes: [
        namePage(vm, draft),
        integrationServicesPage(vm, draft),
        smartPagingPage(vm, draft),
        ...automaticActionPages(vm, draft),
      ],
    },
  ];
}

function find(pages: readonly SettingsPage[], id: string): SettingsPage | undefined {
  for (const page of pages) {
    const found = page.id === id ? page : find(page.children ?? [], id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The page with this id; undefined for one that has gone. */
export function pageWith(groups: readonly SettingsGroup[], id: string): SettingsPage | undefined {
  return find(
    groups.flatMap((group) => group.nodes),
    id,
  );
}
