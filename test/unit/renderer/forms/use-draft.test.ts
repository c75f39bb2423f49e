// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok, refuse } from '../../../../src/shared/result';
import type { Result } from '../../../../src/shared/result';
import { useDraft } from '../../../../src/renderer/forms/use-draft';

function draftOf(name: string) {
  return renderHook(() => useDraft({ name, notes: '' })).result;
}

test('is dirty while it differs from what was accepted last', async () => {
  const draft = draftOf('Web01');
  expect(draft.current.dirty).toBe(false);
  act(() => draft.current.set({ name: 'Web02' }));
  expect(draft.current.dirty).toBe(true);
  act(() => draft.current.set({ name: 'Web01' }));
  expect(draft.current.dirty).toBe(false);
  act(() => draft.current.set({ name: 'Web02' }));
  await act(() => draft.current.run(() => Promise.resolve(ok(null))));
  expect(draft.current.dirty).toBe(false);
});

test('a refusal is kept and nothing typed is lost', async () => {
  const draft = draftOf('Web01');
  act(() => draft.current.set({ name: 'Web02' }));
  const agreed = await act(() =>
    draft.current.run(() => Promise.resolve(refuse('taken', 'That name is taken.'))),
  );
  expect(agreed).toBe(false);
  expect(draft.current.error?.message).toBe('That name is taken.');
  expect(draft.current.value.name).toBe('Web02');
  expect(draft.current.dirty).toBe(true);
  act(() => draft.current.set({ name: 'Web03' }));
  expect(draft.current.error).toBeNull();
});

test('asks once however often it is pressed', async () => {
  const draft = draftOf('Web01');
  let asked = 0;
  let answer: (result: Result<null>) => void = () => undefined;
  const action = (): Promise<Result<null>> => {
    asked += 1;
    return new Promise((resolve) => {
      answer = resolve;
    });
  };
  await act(async () => {
    const first = draft.current.run(action);
    const second = draft.current.run(action);
    answer(ok(null));
    expect(await Promise.all([first, second])).toEqual([true, false]);
  });
  expect(asked).toBe(1);
  expect(draft.current.busy).toBe(false);
});
