import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Commands } from '../../../../../src/shared/contract';
import { folderProblem } from '../../../../../src/shared/model/host-folder';
import { theHost, thePlatform } from '../../../../../src/shared/model/world-view';
import { done, newEngine, refused, vmOf, waitFor } from '../../../../support/engine';

let engine: Engine;

beforeEach(() => {
  engine = newEngine();
});

function modify(input: Commands['host.modify']): void {
  done(engine, { name: 'host.modify', input });
}

function newVm(name: string, more: Partial<Commands['vm.create']> = {}): string {
  const input = { name, generation: 2, startupMemoryMb: 1024, switchId: null, ...more } as const;
  return done(engine, { name: 'vm.create', input })[0] ?? '';
}

function startOf(id: string) {
  return { name: 'vm.start', input: { id } } as const;
}

describe('the settings of the host', () => {
  it('keep what is absent', () => {
    const before = theHost(engine.world).settings;
    modify({ virtualHardDiskPath: String.raw`D:\Disks` });
    modify({ enableEnhancedSessionMode: true });
    expect(theHost(engine.world).settings).toEqual({
      ...before,
      virtualHardDiskPath: String.raw`D:\Disks`,
      enableEnhancedSessionMode: true,
    });
  });

  it('decide where the files of new virtual machines are', () => {
    const old = newVm('Old');
    modify({ virtualMachinePath: String.raw`D:\VMs` });
    const made = newVm('Made');
    expect(vmOf(engine, old).path).toBe(String.raw`C:\ProgramData\Microsoft\Windows\Hyper-V`);
    expect(vmOf(engine, made)).toMatchObject({
      path: String.raw`D:\VMs`,
      smartPagingFilePath: String.raw`D:\VMs`,
    });
    const apart = newVm('Web: 1?', { location: String.raw`E:\Own` + '\\' });
    expect(vmOf(engine, apart).path).toBe(String.raw`E:\Own\Web 1`);
    expect(vmOf(engine, newVm('??', { location: 'E:\\' })).path).toBe('E:\\');
  });

  it('take whole paths of folders alone', () => {
    for (const path of ['C:\\', String.raw`C:\A b\c.d`, '\\\\files\\vms', '\\\\files\\vms\\Web\\']) {
      expect(folderProblem(path), path).toBeNull();
      modify({ virtualMachinePath: path });
    }
    const wrong = [
      '',
      'VMs',
      'C:',
      'C:VMs',
      String.raw`\VMs`,
      'C:/VMs',
      String.raw`C:\a?`,
      String.raw`C:\a\\b`,
    ];
    for (const path of [...wrong, String.raw`C:\a.`, '\\\\files', `C:\\${'x'.repeat(260)}`]) {
      expect(folderProblem(path), path).toMatch(/whole path/);
      expect(refused(engine, { name: 'host.modify', input: { virtualHardDiskPath: path } })).toMatchObject({
        code: 'input.invalid',
        field: 'commands.0.input.virtualHardDiskPath',
      });
    }
  });

  it('need the Virtual Machine Management service', () => {
    done(engine, { name: 'host.stopService', input: {} });
    const input = { enableEnhancedSessionMode: true };
    expect(refused(engine, { name: 'host.modify', input }).code).toBe('host.serviceStopped');
  });
});

describe('NUMA spanning', () => {
  /** More than one of the two nodes has. */
  function largeMb(): number {
    return thePlatform(engine.world).memoryMb / 2 + 1024;
  }

  it('keeps a virtual NUMA node that no physical one can hold from starting, once it is disabled', () => {
    const large = newVm('Large', { startupMemoryMb: largeMb() });
    done(engine, startOf(large));
    done(engine, { name: 'vm.turnOff', input: { id: large } });
    modify({ numaSpanningEnabled: false });
    const { code, message } = refused(engine, startOf(large));
    expect(code).toBe('vm.spansNumaNodes');
    expect(message).toContain("'Large' failed to start");
    // With two processors it has two virtual nodes, each of which finds a physical one.
    done(engine, { name: 'vm.modify', input: { id: large, processors: 2 } }, startOf(large));
    done(engine, { name: 'vm.turnOff', input: { id: large } });
    // Dynamic Memory leaves it one node again, and so do limits that a node of the host does not have.
    done(engine, { name: 'vm.modify', input: { id: large, dynamicMemory: { enabled: true } } });
    expect(refused(engine, startOf(large)).code).toBe('vm.spansNumaNodes');
    const numa = { maximumMemoryMb: thePlatform(engine.world).memoryMb };
    done(engine, { name: 'vm.modify', input: { id: large, dynamicMemory: { enabled: false }, numa } });
    expect(refused(engine, startOf(large)).code).toBe('vm.spansNumaNodes');
  });

  it('keeps a saved state from being restored, and leaves what fits alone', () => {
    const large = newVm('Large', { startupMemoryMb: largeMb() });
    const small = newVm('Small', { startupMemoryMb: 4096 });
    done(engine, startOf(large));
    waitFor(engine, 'it runs', () => vmOf(engine, large).state === 'Running');
    modify({ numaSpanningEnabled: false });
    done(engine, { name: 'vm.save', input: { id: large } }, startOf(small));
    waitFor(engine, 'it is saved', () => vmOf(engine, large).state === 'Saved');
    expect(refused(engine, startOf(large)).code).toBe('vm.spansNumaNodes');
    modify({ numaSpanningEnabled: true });
    done(engine, startOf(large));
  });
});
