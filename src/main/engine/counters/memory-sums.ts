/** What active VMs hold of the host's memory, and how much they press for more: sums of whole numbers, kept up to date. */
import { assignedMemoryMb, memoryPressure } from '../../../shared/model/memory';
import { isActive } from '../../../shared/model/vm';
import type { Vm } from '../../../shared/model/vm';

interface Part {
  readonly heldMb: number;
  /** Whole percent; null for a VM that reports none. */
  readonly pressure: number | null;
}

const nothing: Part = { heldMb: 0, pressure: null };

function partOf(vm: Vm | undefined): Part {
  if (vm === undefined || !isActive(vm)) return nothing;
  return {
    heldMb: assignedMemoryMb(vm),
    pressure: vm.memory === null ? null : memoryPressure(vm.memory),
  };
}

export class MemorySums {
  readonly #parts = new Map<string, Part>();
  #heldMb = 0;
  #pressure = 0;
  #pressing = 0;

  /** Memory that VMs hold, MB. */
  get heldMb(): number {
    return this.#heldMb;
  }

  /** Mean of what VMs report, percent; 0 where none does. */
  get averagePressure(): number {
    return this.#pressing === 0 ? 0 : this.#pressure / this.#pressing;
  }

  /** Takes note of what the VM is now; undefined: gone. */
  note(id: string, vm: Vm | undefined): void {
    const before = this.#parts.get(id) ?? nothing;
    const after = partOf(vm);
    this.#heldMb += after.heldMb - before.heldMb;
    this.#pressure += (after.pressure ?? 0) - (before.pressure ?? 0);
    this.#pressing += Number(after.pressure !== null) - Number(before.pressure !== null);
    if (after === nothing) this.#parts.delete(id);
    else this.#parts.set(id, after);
  }
}
