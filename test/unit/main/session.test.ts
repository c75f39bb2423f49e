import { describe, expect, it } from 'vitest';
import { HostDocument } from '../../../src/main/document/document';
import type { Engine } from '../../../src/main/engine/engine';
import { Session } from '../../../src/main/session';
import type { StreamMessage } from '../../../src/shared/contract';
import { bytes, freshPath, mustOpen, restore } from '../../support/documents';
import { newEngine } from '../../support/engine';

const aSwitch = { name: 'switch.create', input: { name: 'A', type: 'Private' } } as const;

/** An engine of which one function fails. */
function broken(engine: Engine, name: 'execute' | 'advance'): Engine {
  return new Proxy(engine, {
    get(target, key) {
      if (key === name) {
        return (value: never) => {
          target[name](value);
          throw new Error('Two VMs hold one VF.');
        };
      }
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

function begin(engine = newEngine()) {
  const path = freshPath();
  const messages: StreamMessage[] = [];
  let wall = 0;
  const heard = { document: 0 };
  const document = HostDocument.create(path, engine, '2026-01-05T09:00:00.000Z');
  const session = new Session(
    { document, engine },
    {
      restore,
      send: (message) => messages.push(message),
      onDocument: () => (heard.document += 1),
      wall: () => wall,
    },
  );
  return { path, session, messages, heard, pass: (ms: number) => (wall += ms) };
}

describe('a session', () => {
  it('writes what time changes once a second and when it is closed', () => {
    const { path, session, pass } = begin();
    const inFile = (): number => restore(session.document.read()).now();
    const start = session.now();
    session.advance(100);
    expect(inFile()).toBe(start);
    pass(1000);
    session.advance(100);
    expect(inFile()).toBe(start + 200);
    session.advance(300);
    session.close();
    expect(mustOpen(path).engine.now()).toBe(start + 500);
  });

  it('has every batch in the file when it answers', () => {
    const { session } = begin();
    session.advance(123);
    expect(session.execute([aSwitch]).ok).toBe(true);
    expect(bytes(restore(session.document.read()))).toBe(bytes(session.engine));
  });

  it('takes a batch back that leads into an impossible state, and goes on', () => {
    const engine = newEngine();
    const { session, messages } = begin(broken(engine, 'execute'));
    const before = bytes(engine);
    const answer = session.execute([aSwitch]);
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(answer.ok ? '' : answer.error.message).toContain('Two VMs hold one VF.');
    expect(bytes(session.engine)).toBe(before);
    expect(messages.at(-1)).toEqual({ stream: 'world.replaced' });
    expect(session.problem).toBeNull();
    expect(session.execute([aSwitch]).ok).toBe(true);
  });

  it('stops time where time leads into an impossible state, until a step changes something', () => {
    const engine = newEngine();
    const { session, heard } = begin(broken(engine, 'advance'));
    const start = session.now();
    session.advance(1000);
    expect(session.now()).toBe(start);
    expect(session.problem?.code).toBe('internal');
    expect(heard.document).toBe(1);
    session.advance(1000);
    expect(session.now()).toBe(start);
    expect(session.execute([aSwitch]).ok).toBe(true);
    expect(session.problem).toBeNull();
    session.advance(1000);
    expect(session.now()).toBe(start + 1000);
  });

  it('changes nothing while its document is being copied', async () => {
    const { session } = begin();
    const before = bytes(session.engine);
    const busy = await session.standingStill(() => {
      session.advance(500);
      return Promise.resolve(session.execute([aSwitch]));
    });
    expect(busy).toMatchObject({ ok: false, error: { code: 'document.busy' } });
    expect(bytes(session.engine)).toBe(before);
    expect(session.execute([aSwitch]).ok).toBe(true);
  });

  it('has nothing to undo or redo at first', () => {
    const { session } = begin();
    expect(session.undo()).toMatchObject({ ok: false, error: { code: 'undo.nothing' } });
    expect(session.redo()).toMatchObject({ ok: false, error: { code: 'redo.nothing' } });
  });
});
