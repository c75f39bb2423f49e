/**
 * The remapping tables as a person would read them: which routing ID may touch whose memory. A VF's
 * entry is written while its VM's assignment programs it and stays until the VF is free again.
 * A device of the parent partition keeps its own partition's memory, as Hyper-V gives it.
 */
import { z } from 'zod';
import { assignedMemoryMb, memoryToStartMb } from './memory';
import { formatAddress, routingIdSchema } from './pcie';
import { platformReasons } from './platform';
import { theHost, thePlatform } from './world-view';
import type { WorldView } from './world-view';

const rowSchema = z.object({
  routingId: routingIdSchema,
  /** `dddd:bb:dd.f`. */
  address: z.string(),
  /** Id of the VM that the function is assigned to; null: the parent partition. */
  vmId: z.string().nullable(),
  /** `parent partition`, or the VM's name. */
  owner: z.string(),
  /** Whose memory the function reaches, and how much; null: none, every access is blocked. */
  memory: z.object({ of: z.string(), mb: z.int() }).nullable(),
  dmaRemapping: z.boolean(),
  interruptRemapping: z.boolean(),
  /** Simulated time since which the function has reached this memory; null while it reaches none. */
  since: z.number().nullable(),
});

export const iommuViewSchema = z.object({
  /** False when nothing translates DMA: every function reaches all of the memory. */
  dmaRemapping: z.boolean(),
  interruptRemapping: z.boolean(),
  rows: z.array(rowSchema),
});

export type IommuView = z.infer<typeof iommuViewSchema>;

const parent = 'parent partition';
const hostBridgeClass = 0x0600;

interface Remapping {
  readonly dmaRemapping: boolean;
  readonly interruptRemapping: boolean;
}

function remappingOf(world: WorldView): Remapping {
  const reasons = platformReasons(thePlatform(world), world.function);
  const off = reasons.includes('ioRemappingDisabled') || reasons.includes('firmwareTablesWrong');
  return {
    dmaRemapping: !off && !reasons.includes('noDmaRemapping'),
    interruptRemapping: !off && !reasons.includes('noInterruptRemapping'),
  };
}

/** What is left to the parent partition beside the memory of active VMs. */
function parentMb(world: WorldView): number {
  let mb = thePlatform(world).memoryMb;
  for (const vm of world.vm.values()) mb -= assignedMemoryMb(vm);
  return mb;
}

/** The present tables in order of addresses. Cards that were pulled out have no routing ID. */
export function iommuView(world: WorldView): IommuView {
  const remapping = remappingOf(world);
  const all = { of: 'the whole computer', mb: thePlatform(world).memoryMb };
  const own = remapping.dmaRemapping ? { of: parent, mb: parentMb(world) } : all;
  const rows: IommuView['rows'] = [];
  for (const each of world.function.values()) {
    const endpoint = each.bridge === null && each.classCode !== hostBridgeClass;
    if (!endpoint || world.nic.get(each.id)?.present === false) continue;
    const { routingId, id: address } = each;
    // A card that was put back has come later than the start.
    const since = Math.max(theHost(world).startedAt, world.nic.get(each.id)?.returnedAt ?? 0);
    rows.push({ routingId, address, vmId: null, owner: parent, memory: own, ...remapping, since });
  }
  for (const vf of world.vf.values()) rows.push(vfRow(world, vf.id, remapping));
  rows.sort((left, right) => (left.address < right.address ? -1 : 1));
  return { ...remapping, rows };
}

function vfRow(world: WorldView, vfId: string, remapping: Remapping): IommuView['rows'][number] {
  const vf = world.vf.get(vfId);
  if (vf === undefined) throw new Error(`There is no VF ${vfId}.`);
  const { routingId } = vf;
  const domain = world.function.get(vf.nicId)?.domain ?? 0;
  const address = formatAddress(domain, routingId);
  const adapter = world.adapter.get(vf.adapterId ?? '');
  const vm = world.vm.get(adapter?.vmId ?? '');
  const since = adapter?.assignment?.programmedAt ?? null;
  if (vm === undefined || since === null) {
    return { routingId, address, vmId: null, owner: parent, memory: null, ...remapping, since: null };
  }
  // The entry outlives the run of a VM that was turned off, until its VF is free.
  const memory = { of: vm.name, mb: memoryToStartMb(vm) };
  return { routingId, address, vmId: vm.id, owner: vm.name, memory, ...remapping, since };
}
