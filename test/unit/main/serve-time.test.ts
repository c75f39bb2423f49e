import { describe, expect, it } from 'vitest';
import { newConsole } from '../../support/client';
import type { Console } from '../../support/client';
import { bytes } from '../../support/documents';
import { startAt } from '../../support/engine';

const minute = 60_000;

async function createSwitch({ ask }: Console, name: string): Promise<void> {
  const commands = [{ name: 'switch.create', input: { name, type: 'Private' } }] as const;
  expect(await ask('execute', { commands: [...commands] })).toMatchObject({ ok: true });
}

function names({ session }: Console): string[] {
  return [...session.engine.world.switch.values()].map((each) => each.name);
}

async function createVm({ ask }: Console): Promise<void> {
  const created = await ask('execute', {
    commands: [
      { name: 'vm.create', input: { name: 'web01', generation: 2, startupMemoryMb: 1024, switchId: null } },
    ],
  });
  const id = created.ok ? created.value.ids[0] : undefined;
  const commands = [{ name: 'vm.start', input: { id: id ?? '' } }] as const;
  expect(await ask('execute', { commands: [...commands] })).toMatchObject({ ok: true });
}

describe('the pace of simulated time', () => {
  it('is set in part or as a whole, and every window hears of it', async () => {
    const served = newConsole();
    expect(await served.ask('time.set', { paused: true })).toMatchObject({
      value: { speed: 1, paused: true },
    });
    expect(await served.ask('time.set', { speed: 10 })).toMatchObject({
      value: { speed: 10, paused: true },
    });
    expect(served.messages.at(-1)).toMatchObject({ stream: 'clock', clock: { speed: 10, paused: true } });
  });

  it('is neither nothing nor beyond what a host can follow', async () => {
    const { ask } = newConsole();
    for (const speed of [0, 0.01, -1, 1_000_000])
      expect(await ask('time.set', { speed })).toMatchObject({ ok: false });
  });
});

describe('a step forward', () => {
  it('lets so much time pass at once, tells the clock and what is watched', async () => {
    const served = newConsole();
    const path = '\\Hyper-V Hypervisor Logical Processor(Hv LP 0)\\% Idle Time';
    await served.ask('counters.watch', { watch: 'a', paths: [path], intervalMs: 1000 });
    expect(await served.ask('time.step', { ms: 1234 })).toMatchObject({ ok: true });
    expect(served.session.now() - startAt).toBe(1234);
    expect(served.messages.slice(-2)).toMatchObject([
      { stream: 'clock', clock: { now: startAt + 1234 } },
      { stream: 'sample', watch: 'a', at: startAt + 1234 },
    ]);
  });
});

describe('the way back', () => {
  it('leads to exactly what the host was, and undo leads to where it began', async () => {
    const served = newConsole();
    await createVm(served);
    served.session.advance(30_000);
    const then = bytes(served.session.engine);
    served.session.advance(10_000);
    await createSwitch(served, 'A');
    served.session.advance(50_000);
    const before = bytes(served.session.engine);
    expect(await served.ask('time.back', { ms: minute })).toMatchObject({ value: { went: true } });
    expect(bytes(served.session.engine)).toBe(then);
    expect(served.told.at(-1)?.undo).toMatchObject({ commands: null, backTo: startAt + 30_000 });
    await served.ask('document.undo', {});
    expect(bytes(served.session.engine)).toBe(before);
  });

  it('leads into the midst of what was under way', async () => {
    const served = newConsole();
    served.session.advance(500);
    await createVm(served);
    served.session.advance(700);
    const then = bytes(served.session.engine);
    served.session.advance(minute);
    await served.ask('time.back', { ms: minute });
    expect(bytes(served.session.engine)).toBe(then);
  });

  it('leads from behind a way back to before its beginning and after its end', async () => {
    const served = newConsole();
    await createSwitch(served, 'A');
    served.session.advance(20_000);
    const twenty = bytes(served.session.engine);
    served.session.advance(40_000);
    await createSwitch(served, 'gone');
    served.session.advance(10_000);
    // 70 s after the start, back to 40 s; then on to 50 s, and back to 45 s and to 20 s.
    await served.ask('time.back', { ms: 30_000 });
    served.session.advance(5000);
    const fortyFive = bytes(served.session.engine);
    served.session.advance(5000);
    await createSwitch(served, 'B');
    await served.ask('time.back', { ms: 5000 });
    expect(bytes(served.session.engine)).toBe(fortyFive);
    await served.ask('time.back', { ms: 25_000 });
    expect(bytes(served.session.engine)).toBe(twenty);
  });

  it('ends at the start of the document, and of a reset', async () => {
    const served = newConsole();
    const start = bytes(served.session.engine);
    served.session.advance(minute);
    await createSwitch(served, 'A');
    await served.ask('time.back', { ms: 10 * minute });
    expect(bytes(served.session.engine)).toBe(start);
    served.session.advance(minute);
    await createSwitch(served, 'B');
    await served.ask('document.reset', {});
    served.session.advance(1000);
    await served.ask('time.back', { ms: minute });
    expect(bytes(served.session.engine)).toBe(start);
  });

  it('leads past what has been undone', async () => {
    const served = newConsole();
    await createSwitch(served, 'A');
    served.session.advance(10_000);
    await createSwitch(served, 'B');
    await served.ask('document.undo', {});
    served.session.advance(4000);
    const then = bytes(served.session.engine);
    served.session.advance(6000);
    await served.ask('time.back', { ms: 6000 });
    expect(bytes(served.session.engine)).toBe(then);
    expect(names(served)).toEqual(['A']);
  });

  it('is refused behind the last 200 steps', async () => {
    const served = newConsole();
    await createSwitch(served, 'first');
    served.session.advance(1000);
    for (let number = 0; number < 200; number += 1) await createSwitch(served, `S${number}`);
    expect(await served.ask('time.back', { ms: 500 })).toMatchObject({
      ok: false,
      error: { code: 'back.tooFar' },
    });
    expect(names(served)).toHaveLength(201);
  });

  it('takes along what was recorded of the time that is given up', async () => {
    const served = newConsole();
    const path = '\\Hyper-V Hypervisor Logical Processor(Hv LP 0)\\% Idle Time';
    await served.ask('recording.start', { name: 'R', paths: [path], intervalMs: 1000 });
    served.session.advance(10_000);
    await served.ask('time.back', { ms: 4500 });
    expect(await served.ask('recording.list', {})).toMatchObject({
      value: { recordings: [{ samples: 6, endedAt: null }] },
    });
  });
});

describe('the date', () => {
  it('moves the calendar and nothing else', async () => {
    const served = newConsole();
    served.session.advance(5000);
    const date = Date.UTC(2030, 0, 1);
    await served.ask('execute', { commands: [{ name: 'host.setDate', input: { date } }] });
    expect(served.session.engine.world.host.get('host')?.dateOffsetMs).toBe(date - startAt - 5000);
    expect(served.session.now()).toBe(startAt + 5000);
  });

  it('is one that Windows takes', async () => {
    const { ask } = newConsole();
    for (const date of [Date.UTC(1979, 11, 31), Date.UTC(2100, 0, 1), 0.5])
      expect(await ask('execute', { commands: [{ name: 'host.setDate', input: { date } }] })).toMatchObject({
        ok: false,
      });
  });
});
