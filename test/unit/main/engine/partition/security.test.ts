import { beforeEach, expect, it } from 'vitest';
import type { Engine } from '../../../../../src/main/engine/engine';
import type { Commands } from '../../../../../src/shared/contract';
import { done, newEngine, refused, vmOf, waitFor } from '../../../../support/engine';

let engine: Engine;
let id: string;

type Changes = Omit<Commands['vm.setSecurity'], 'id'>;

beforeEach(() => {
  engine = newEngine();
  id = newVm(2);
});

function newVm(generation: 1 | 2): string {
  const input = { name: `Generation ${generation}`, generation, startupMemoryMb: 1024, switchId: null };
  return done(engine, { name: 'vm.create', input })[0] ?? '';
}

function set(changes: Changes): void {
  done(engine, { name: 'vm.setSecurity', input: { id, ...changes } });
}

function refusal(changes: Changes, vmId = id) {
  const { code, field } = refused(engine, { name: 'vm.setSecurity', input: { id: vmId, ...changes } });
  return { code, field: field?.replace('commands.0.input.', '') };
}

it('begins with Secure Boot for Windows alone, and keeps what is absent', () => {
  const before = vmOf(engine, id).security;
  expect(before).toEqual({
    secureBoot: true,
    secureBootTemplate: 'MicrosoftWindows',
    tpm: false,
    encryptStateAndMigration: false,
    shielded: false,
  });
  set({ secureBootTemplate: 'MicrosoftUEFICertificateAuthority' });
  set({ tpm: true });
  expect(vmOf(engine, id).security).toEqual({
    ...before,
    secureBootTemplate: 'MicrosoftUEFICertificateAuthority',
    tpm: true,
  });
});

it('selects and enforces with shielding what shielding needs', () => {
  set({ secureBoot: false });
  set({ shielded: true });
  const all = { secureBoot: true, tpm: true, encryptStateAndMigration: true };
  expect(vmOf(engine, id).security).toMatchObject({ ...all, shielded: true });
  expect(refusal({ tpm: false })).toEqual({ code: 'vm.shieldedNeedsAll', field: 'tpm' });
  set({ shielded: false, tpm: false });
  expect(vmOf(engine, id).security).toMatchObject({ ...all, tpm: false, shielded: false });
  expect(refusal({ shielded: true, secureBoot: false })).toEqual({
    code: 'vm.shieldedNeedsAll',
    field: 'secureBoot',
  });
});

it('is not for generation 1, nor for a virtual machine that is not off', () => {
  const first = newVm(1);
  expect(vmOf(engine, first).security).toBeNull();
  expect(refusal({ secureBoot: true }, first)).toEqual({ code: 'vm.noSecurity', field: 'id' });
  done(engine, { name: 'vm.start', input: { id } });
  expect(refusal({ tpm: true })).toEqual({ code: 'vm.wrongState', field: 'id' });
  waitFor(engine, 'it runs', () => vmOf(engine, id).state === 'Running');
  expect(refusal({ tpm: true }).code).toBe('vm.wrongState');
});
