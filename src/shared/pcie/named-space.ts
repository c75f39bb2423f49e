/** A function's bytes together with the names that no register holds. */
import { formatAddress } from '../model/pcie';
import type { PcieFunction } from '../model/pcie';
import { buildFunction } from './build-function';
import type { BuildOptions } from './build-function';
import { bytesOf } from './config-space';
import type { FunctionSpace, StoredConfig } from './config-space';
import { factsOf } from './decode';
import type { RegisterFacts } from './decode';
import type { Silicon } from './silicon';

export interface NamedSpace extends FunctionSpace {
  readonly names: Pick<PcieFunction, 'className' | 'name' | 'driver'>;
}

/** A PCI Express function without any capability that SR-IOV is about. */
export const plainFacts: Omit<RegisterFacts, 'classCode' | 'vendorId' | 'deviceId'> = {
  express: true,
  acs: false,
  ari: false,
  bridge: null,
  sriov: null,
  msixVectors: null,
};

/** Builds the bytes of a function that the facts describe. */
export function namedSpace(
  domain: number,
  routingId: number,
  names: NamedSpace['names'],
  facts: RegisterFacts,
  options: Partial<BuildOptions>,
  silicon: Silicon,
): NamedSpace {
  const bytes = buildFunction(facts, { ...options, fn: routingId & 7 });
  return { id: formatAddress(domain, routingId), domain, routingId, names, bytes, silicon };
}

/** A function and its saved bytes together, as a copy that the caller owns. */
export function namedSpaceOf(each: PcieFunction, config: StoredConfig): NamedSpace {
  const { id, domain, routingId, className, name, driver } = each;
  return {
    id,
    domain,
    routingId,
    names: { className, name, driver },
    bytes: bytesOf(config),
    silicon: config.silicon,
  };
}

/** The function with the facts that its bytes dictate. */
export function functionOf({ id, domain, routingId, names, bytes, silicon }: NamedSpace): PcieFunction {
  return { id, domain, routingId, ...names, ...factsOf(bytes, silicon) };
}
