import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { newConsole } from '../../support/client';
import type { Console } from '../../support/client';
import { fixture } from '../../support/engine';
import { largeLspci } from '../../support/large-lspci';

const copies = 100;
const text = largeLspci(copies);

/** A window whose clock runs so fast that it is told of every portion. */
function begin(file: { name: string; text: string } | null = null): Console {
  let wall = 0;
  return newConsole(file, () => (wall += 1000));
}

/** What the window was told, oldest first: a share of work, or null at its end. */
function told({ messages }: Console): (number | null)[] {
  return messages.flatMap((message) => (message.stream === 'work' ? [message.work?.share ?? null] : []));
}

/** The window does something else until `holds`. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setImmediate();
}

/** All that can be seen of the present host and its document. */
function stateOf({ session, documents }: Console): string {
  const { path } = session.document;
  return JSON.stringify([
    session.engine.save(),
    path,
    session.document.rows('now'),
    documents.state(session),
    readdirSync(dirname(path)),
  ]);
}

describe('a long text of lspci', () => {
  it('is read in small portions, and the window is told of each', async () => {
    const window = begin();
    const preview = await window.ask('lspci.preview', { text });
    expect(preview.ok && preview.value?.nics.length).toBe(3 * copies);
    const shares = told(window);
    expect(shares.pop()).toBeNull();
    const steps = shares.map((share, index) => (share ?? 0) - (shares[index - 1] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(Math.max(...steps) * text.length).toBeLessThan(512 * 1024);
    expect(shares.at(-1)).toBeGreaterThan(0.98);
  });

  it('leaves the window alive while it is read', async () => {
    const window = begin();
    let answered = 0;
    const reading = window.ask('lspci.preview', { text });
    const asking = (async () => {
      while (!told(window).includes(null)) {
        if ((await window.ask('document.read', {})).ok) answered += 1;
        await setImmediate();
      }
    })();
    await Promise.all([reading, asking]);
    expect(answered).toBeGreaterThan(text.length / (512 * 1024));
  });

  it.each([0.1, 0.5, 0.9])('leaves no trace when reading is cancelled at %d', async (share) => {
    const window = begin();
    const before = stateOf(window);
    const reading = window.ask('lspci.preview', { text });
    await until(() => told(window).some((each) => (each ?? 0) >= share));
    await window.ask('work.cancel', {});
    expect(await reading).toEqual({ ok: true, value: null });
    expect(told(window).at(-1)).toBeNull();
    expect(stateOf(window)).toBe(before);
  });

  it.each([0.1, 0.5, 0.9])('leaves the host as it was when building is cancelled at %d', async (share) => {
    const window = begin();
    const { engine } = window.session;
    window.session.advance(1234);
    window.session.save();
    const before = stateOf(window);
    const building = window.ask('lspci.newHost', { text });
    await until(() => told(window).some((each) => (each ?? 0) >= share));
    window.session.advance(100);
    const refused = await window.ask('execute', {
      commands: [{ name: 'switch.create', input: { name: 'Late', type: 'Private' } }],
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'document.busy' } });
    await window.ask('work.cancel', {});
    expect(await building).toEqual({ ok: true, value: { created: false } });
    expect(window.session.engine).toBe(engine);
    expect(stateOf(window)).toBe(before);
    expect(window.messages.some(({ stream }) => stream === 'world.replaced')).toBe(false);
    const later = await window.ask('execute', {
      commands: [{ name: 'switch.create', input: { name: 'Later', type: 'Private' } }],
    });
    expect(later.ok).toBe(true);
  });

  it('becomes a host that is told of once it is whole', async () => {
    const window = begin();
    const before = window.session.engine;
    expect(await window.ask('lspci.newHost', { text })).toEqual({ ok: true, value: { created: true } });
    expect(window.session.engine).not.toBe(before);
    expect(window.session.engine.world.nic.size).toBe(3 * copies);
    const names = [...window.session.engine.world.nic.values()].map(({ name }) => name);
    expect([names[0], names[1], names.at(-1)]).toEqual(['Ethernet', 'Ethernet 2', `Ethernet ${3 * copies}`]);
    expect(window.messages.findLastIndex(({ stream }) => stream === 'work')).toBeLessThan(
      window.messages.findIndex(({ stream }) => stream === 'world.replaced'),
    );
  });
});

describe('a text of lspci', () => {
  it('is not read to its end once another one has been sent', async () => {
    const window = begin();
    const first = window.ask('lspci.preview', { text });
    const second = window.ask('lspci.preview', { text: fixture('iommu.off-vvvxxxx.txt') });
    expect(await first).toEqual({ ok: true, value: null });
    expect(await second).toMatchObject({ ok: true, value: { nics: [{ totalVfs: 8 }] } });
  });

  it('is not read while a host is being built, which goes on', async () => {
    const window = begin();
    const building = window.ask('lspci.newHost', { text: fixture('iommu.off-vvvxxxx.txt') });
    expect(await window.ask('lspci.preview', { text })).toMatchObject({ error: { code: 'document.busy' } });
    expect(await building).toEqual({ ok: true, value: { created: true } });
  });
});

describe('a chosen file that is long', () => {
  const file = { name: 'server.txt', text };

  it('comes with what it holds', async () => {
    const window = begin(file);
    const answer = await window.ask('lspci.browse', {});
    expect(answer).toMatchObject({
      ok: true,
      value: { name: 'server.txt', summary: { bridges: 2 * copies } },
    });
  });

  it('counts as not chosen when reading it is cancelled', async () => {
    const window = begin(file);
    const before = stateOf(window);
    const choosing = window.ask('lspci.browse', {});
    await until(() => told(window).length > 0);
    await window.ask('work.cancel', {});
    expect(await choosing).toEqual({ ok: true, value: null });
    expect(stateOf(window)).toBe(before);
  });
});
