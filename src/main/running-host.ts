/**
 * The simulated host as the program runs it: built from the options, driven by the wall clock,
 * served to the windows. Loaded once the window has been opened, so that reading and compiling it
 * does not hold the window up.
 */
import { resolve } from 'node:path';
import { app } from 'electron';
import type { Clock, StreamMessage } from '../shared/contract';
import type { ConsoleWindows } from './console-windows';
import { Driver } from './driver';
import type { Opened } from './document/open';
import { Documents } from './documents';
import { createEngine, restoreEngine } from './engine/engine';
import type { Engine, SavedEngine } from './engine/engine';
import { programModel } from './hardware/model';
import { builtInHost } from './hosts/built-in-host';
import { lspciHost } from './hosts/lspci-host';
import { populating, scaleHardware, settledMs } from './hosts/scale-host';
import { sendTo } from './ipc';
import type { LongWork } from './long-work';
import type { Options } from './options';
import { createServe } from './serve';
import type { Serve } from './serve';
import { openFile } from './serve-documents';
import { Session } from './session';
import { stop } from './stop';

/** How often windows are told the time; more often when it runs fast, so that clocks on the screen agree. */
const slowClockMs = 1000;
const fastClockMs = 250;

const model = programModel();

/** A made-up host; null when the user does not want to wait for it. */
async function scaleEngine(vms: number, { seed, clock }: Options, work: LongWork): Promise<Engine | null> {
  const engine = createEngine({ seed, startAt: clock - settledMs, hardware: scaleHardware(vms), model });
  return work.run('build', populating(engine, vms));
}

function builtInEngine({ seed, clock }: Options): Engine {
  return createEngine({ seed, startAt: clock, hardware: builtInHost(), model });
}

async function wantedEngine(options: Options, hostText: string | undefined, work: LongWork): Promise<Engine> {
  const { host, vms, seed, clock } = options;
  if (vms !== undefined) return (await scaleEngine(vms, options, work)) ?? builtInEngine(options);
  if (hostText === undefined) return builtInEngine(options);
  const hardware = await work.run('create', lspciHost(hostText));
  if (hardware === null) return builtInEngine(options);
  if (!hardware.ok) return stop(`--host ${host}: ${hardware.error.message}`, 2);
  return createEngine({ seed, startAt: clock, hardware: hardware.value, model });
}

/** The document that was named, or the last one unless a new host is asked for, or a new one. */
async function firstDocument(
  options: Options,
  hostText: string | undefined,
  documents: Documents,
  work: LongWork,
): Promise<Opened> {
  if (options.file !== undefined) {
    const opened = documents.open(resolve(options.file));
    if (opened.ok) return opened.value;
  } else if (!options.newHost) {
    const last = documents.last();
    if (last !== null) return last;
  }
  return documents.create(await wantedEngine(options, hostText, work));
}

/** Whether a window may have lost what it is about. */
function mayEndWindows(message: StreamMessage): boolean {
  if (message.stream === 'world.replaced') return true;
  return message.stream === 'world.changed' && message.changes.some(({ value }) => value === null);
}

export interface RunningHost {
  readonly serve: Serve;
  /** Opens a document that the user has named outside of the window. */
  readonly openFile: (path: string) => void;
}

/** Opens or builds the host, lets its time pass, and answers with what serves it. */
export async function startHost(
  options: Options,
  hostText: string | undefined,
  windows: ConsoleWindows,
  work: LongWork,
): Promise<RunningHost> {
  const { clients } = windows;
  const send = (message: StreamMessage): void => {
    if (mayEndWindows(message)) windows.sweep(session.engine.world);
    for (const contents of clients.keys()) sendTo(contents, message);
  };
  const restore = (saved: SavedEngine): Engine => restoreEngine(saved, model);
  const folder = app.getPath('userData');
  const documents = new Documents({ folder, restore, now: () => new Date().toISOString() });
  const first = await firstDocument(options, hostText, documents, work);
  const tell = (): void => send({ stream: 'document.changed', document: documents.state(session) });
  const session = new Session(first, { restore, send, onDocument: tell, wall: () => performance.now() });
  const driver = new Driver(
    () => session,
    options,
    () => {
      for (const [contents, client] of clients) {
        client.samples.sendDue(session.engine, performance.now(), (message) => sendTo(contents, message));
      }
    },
  );
  driver.start();
  // While the document cannot be written, time stands still.
  const clock = (): Clock => ({ ...driver.clock, paused: driver.clock.paused || session.problem !== null });
  const tellClock = (): void => {
    toldAt = performance.now();
    send({ stream: 'clock', clock: clock() });
  };
  let toldAt = performance.now();
  const clockTimer = setInterval(() => {
    if (driver.clock.speed > 1 || performance.now() - toldAt >= slowClockMs - fastClockMs / 2) tellClock();
  }, fastClockMs);
  app.on('will-quit', () => {
    clearInterval(clockTimer);
    driver.stop();
    const { path, touched } = session.document;
    session.close();
    documents.left({ path, touched });
  });
  const served = {
    session,
    documents,
    work,
    newEngine: () => builtInEngine(options),
    tell,
    onSwitch: () => windows.closeBeside(),
  };
  return {
    openFile: (path) => openFile(served, path),
    serve: createServe({
      ...served,
      restore,
      clock,
      setPace: (pace) => {
        driver.setPace(pace);
      },
      tellTime: () => {
        tellClock();
        for (const [contents, client] of clients)
          client.samples.sendAll(session.engine, (message) => sendTo(contents, message));
      },
      engineOn: (hardware) =>
        createEngine({ seed: options.seed, startAt: session.engine.now(), hardware, model }),
    }),
  };
}
