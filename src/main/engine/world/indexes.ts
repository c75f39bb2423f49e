/** What the world finds without looking at every entity: derived from the entities, never saved. */
import type { Adapter } from '../../../shared/model/adapter';
import { diskIdOf } from '../../../shared/model/host-file';
import { assignedMemoryMb } from '../../../shared/model/memory';
import { virtualHardDisksOf } from '../../../shared/model/storage';
import { isActive } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';
import type { Entities, Kind } from '../../../shared/model/world-view';

function heldMb(vm: Vm | undefined): number {
  return vm === undefined ? 0 : assignedMemoryMb(vm);
}

/** Ids of the virtual hard disks that the VM has opened. */
function heldDisks(vm: Vm | undefined): readonly string[] {
  return vm !== undefined && isActive(vm) ? virtualHardDisksOf(vm).map(diskIdOf) : [];
}

function isBalanced(vm: Vm | undefined): boolean {
  return vm !== undefined && vm.memory !== null && isActive(vm);
}

export class Indexes {
  readonly #adaptersOfVm = new Map<string, Set<string>>();
  /** VM id by its name in lower case. */
  readonly #vmByName = new Map<string, string>();
  /** MAC addresses of virtual adapters, as numbers. */
  readonly #macAddresses = new Set<number>();
  /** Active VM by the virtual hard disk that it holds. */
  readonly #diskHolders = new Map<string, string>();
  #activeMemoryMb = 0;
  #balanced = 0;

  clear(): void {
    this.#adaptersOfVm.clear();
    this.#vmByName.clear();
    this.#macAddresses.clear();
    this.#diskHolders.clear();
    this.#activeMemoryMb = 0;
    this.#balanced = 0;
  }

  /** Memory that active VMs hold, in MB. */
  get activeMemoryMb(): number {
    return this.#activeMemoryMb;
  }

  /** How many active VMs have Dynamic Memory. */
  get balancedVms(): number {
    return this.#balanced;
  }

  /** Takes note that `next` stands where `previous` stood; undefined means that there was or is nothing. */
  replace<K extends Kind>(kind: K, previous: Entities[K] | undefined, next: Entities[K] | undefined): void {
    if (kind === 'adapter')
      this.#replaceAdapter(previous as Adapter | undefined, next as Adapter | undefined);
    if (kind !== 'vm') return;
    const [before, after] = [previous as Entities['vm'] | undefined, next as Entities['vm'] | undefined];
    this.#activeMemoryMb += heldMb(after) - heldMb(before);
    this.#replaceHolder(before, after);
    this.#balanced += Number(isBalanced(after)) - Number(isBalanced(before));
    if (before?.name === after?.name) return;
    if (before !== undefined) this.#vmByName.delete(before.name.toLowerCase());
    if (after !== undefined) this.#vmByName.set(after.name.toLowerCase(), after.id);
  }

  adaptersOf(vmId: string): Iterable<string> {
    return this.#adaptersOfVm.get(vmId) ?? [];
  }

  vmNamed(name: string): string | undefined {
    return this.#vmByName.get(name.toLowerCase());
  }

  hasMacAddress(address: number): boolean {
    return this.#macAddresses.has(address);
  }

  diskHolder(diskId: string): string | undefined {
    return this.#diskHolders.get(diskId);
  }

  #replaceHolder(previous: Vm | undefined, next: Vm | undefined): void {
    for (const disk of heldDisks(previous)) this.#diskHolders.delete(disk);
    if (next !== undefined) for (const disk of heldDisks(next)) this.#diskHolders.set(disk, next.id);
  }

  #replaceAdapter(previous: Adapter | undefined, next: Adapter | undefined): void {
    if (previous?.macAddress !== next?.macAddress) {
      if (previous?.macAddress != null) this.#macAddresses.delete(parseInt(previous.macAddress, 16));
      if (next?.macAddress != null) this.#macAddresses.add(parseInt(next.macAddress, 16));
    }
    if (next === undefined) {
      if (previous !== undefined) this.#adaptersOfVm.get(previous.vmId)?.delete(previous.id);
      return;
    }
    const ids = this.#adaptersOfVm.get(next.vmId);
    if (ids === undefined) this.#adaptersOfVm.set(next.vmId, new Set([next.id]));
    else ids.add(next.id);
  }
}
