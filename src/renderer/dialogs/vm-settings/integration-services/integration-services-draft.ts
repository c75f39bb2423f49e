/** The page `Integration Services`: what the host is told of the boxes that were touched. */
import type { IntegrationServices } from '../../../../shared/model/integration-services';
import type { Vm } from '../../../../shared/model/vm';
import { integrationServicesPage as text } from '../../../text/en/vm-pages';
import type { SettingsDraft, Step } from '../settings-draft';
import { valueOfVm } from '../vm-value';

export const integrationServicesPageId = 'integration-services';

export type Service = keyof IntegrationServices;

/** In the order of the page. */
export const services: readonly Service[] = [
  'shutdown',
  'timeSynchronization',
  'dataExchange',
  'heartbeat',
  'backup',
  'guestServices',
];

/** The grey second line: whether all, some or none are offered. */
export function offered(value: IntegrationServices): string {
  const count = services.filter((service) => value[service]).length;
  if (count === 0) return text.noneOffered;
  return count === services.length ? text.allOffered : text.someOffered;
}

/** Offers what was ticked and withdraws what was cleared, if that differs from what the host has. */
export function integrationServicesSteps(vm: Vm, draft: SettingsDraft): readonly Step[] {
  const value = valueOfVm(vm, draft).integrationServices;
  const changed = services.filter((service) => value[service] !== vm.integrationServices[service]);
  if (changed.length === 0) return [];
  const integrationServices = Object.fromEntries(changed.map((service) => [service, value[service]]));
  const input = { id: vm.id, integrationServices };
  const page = integrationServicesPageId;
  return [{ page, command: { name: 'vm.modify', input }, placeOf: () => undefined }];
}
