/**
 * The simulated host as the program runs it: built from the options, driven by the wall clock,
 * served to the windows. Loaded once the window has been opened, so that reading and compiling it
 * does not hold the window up.
 */
import { setImmediate } from 'node:timers/promises';
import { app } from 'electron';
import type { WebContents } from 'electron';
import type { StreamMessage } from '../shared/contract';
import { ok } from '../shared/result';
import type { Result } from '../shared/result';
import { Driver } from './driver';
import { createEngine } from './engine/engine';
import type { Engine } from './engine/engine';
import { programModel } from './hardware/model';
import { builtInHost } from './hosts/built-in-host';
import { lspciHost } from './hosts/lspci-host';
import { populating, scaleHardware, settledMs } from './hosts/scale-host';
import { sendTo } from './ipc';
import type { Options } from './options';
import { createServe } from './serve';
import type { Client, Serve } from './serve';
import { Session } from './session';
import { stop } from './stop';

/** How often windows are told the time; more often when it runs fast, so that clocks on the screen agree. */
const slowClockMs = 1000;
const fastClockMs = 250;

const model = programModel();

function engineFromLspci(text: string, seed: number, startAt: number): Result<Engine> {
  const hardware = lspciHost(text);
  return hardware.ok ? ok(createEngine({ seed, startAt, hardware: hardware.value, model })) : hardware;
}

async function scaleEngine(vms: number, seed: number, startAt: number): Promise<Engine> {
  const engine = createEngine({ seed, startAt: startAt - settledMs, hardware: scaleHardware(vms), model });
  for (const done of populating(engine, vms)) await setImmediate(done);
  return engine;
}

async function firstEngine({ host, vms, seed, clock }: Options, hostText?: string): Promise<Engine> {
  if (vms !== undefined) return scaleEngine(vms, seed, clock);
  if (hostText === undefined) return createEngine({ seed, startAt: clock, hardware: builtInHost(), model });
  const built = engineFromLspci(hostText, seed, clock);
  return built.ok ? built.value : stop(`--host ${host}: ${built.error.message}`, 2);
}

/** Builds the host, lets its time pass, and answers with what serves it. */
export async function startHost(
  options: Options,
  hostText: string | undefined,
  clients: ReadonlyMap<WebContents, Client>,
): Promise<Serve> {
  const send = (message: StreamMessage): void => {
    for (const contents of clients.keys()) sendTo(contents, message);
  };
  const session = new Session(await firstEngine(options, hostText), send);
  const driver = new Driver(
    () => session.engine,
    options,
    () => {
      for (const [contents, client] of clients) {
        client.samples.sendDue(session.engine, performance.now(), (message) => sendTo(contents, message));
      }
    },
  );
  driver.start();
  const clockMs = options.speed > 1 ? fastClockMs : slowClockMs;
  const clockTimer = setInterval(() => send({ stream: 'clock', clock: driver.clock }), clockMs);
  app.on('will-quit', () => {
    clearInterval(clockTimer);
    driver.stop();
  });
  return createServe({
    session,
    clock: () => driver.clock,
    engineFromLspci: (text) => engineFromLspci(text, options.seed, session.engine.now()),
  });
}
