/** What active VMs have reserved of the host's processors: never more than there are. */
import { isActive } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import { thePlatform } from '../../../shared/model/world-view';
import { ok, refuse } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Context } from '../world/context';

/** Percent of one processor. */
function reservedBy({ processors, processorReserve }: Vm): number {
  return processors * processorReserve;
}

/** Refused when the other active VMs leave less than the VM reserves; `doing` begins the sentence. */
export function requireReserve({ world }: Context, vm: Vm, doing: string, field: string): Result<Vm> {
  const wanted = reservedBy(vm);
  if (wanted === 0) return ok(vm);
  const others = [...world.vm.values()].filter((other) => other.id !== vm.id && isActive(other));
  const free = others.reduce(
    (left, other) => left - reservedBy(other),
    thePlatform(world).logicalProcessors * 100,
  );
  if (wanted <= free) return ok(vm);
  return refuse(
    'vm.notEnoughProcessors',
    `${doing} '${vm.name}' reserves ${wanted / 100} of the host's processors, and other virtual machines leave ${free / 100}. Lower its reserve or theirs.`,
    field,
  );
}
