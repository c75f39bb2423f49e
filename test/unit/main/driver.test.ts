import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Driver } from '../../../src/main/driver';
import { newEngine, startAt } from '../../support/engine';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function drive(speed: number, paused: boolean) {
  const engine = newEngine();
  const onTick = vi.fn();
  const driver = new Driver(() => engine, { speed, paused }, onTick);
  driver.start();
  return { engine, driver, onTick };
}

describe('the driver', () => {
  it('lets simulated time pass with wall-clock time, times the speed', () => {
    const { engine, driver, onTick } = drive(2.5, false);
    vi.advanceTimersByTime(1000);
    expect(engine.now() - startAt).toBe(2500);
    expect(onTick).toHaveBeenCalledTimes(10);
    driver.stop();
    vi.advanceTimersByTime(1000);
    expect(engine.now() - startAt).toBe(2500);
  });

  it('loses no fraction of a millisecond', () => {
    const { engine } = drive(0.333, false);
    vi.advanceTimersByTime(10_000);
    expect(engine.now() - startAt).toBe(3330);
  });

  it('stands still when paused and says so', () => {
    const { engine, driver } = drive(1, true);
    vi.advanceTimersByTime(5000);
    expect(driver.clock).toEqual({ now: startAt, speed: 1, paused: true });
    expect(engine.now()).toBe(startAt);
  });
});

it('goes on at another pace, and the time until then passes at the one before', () => {
  const { engine, driver } = drive(1, false);
  vi.advanceTimersByTime(250);
  driver.setPace({ speed: 10, paused: false });
  expect(engine.now() - startAt).toBe(250);
  vi.advanceTimersByTime(1000);
  expect(engine.now() - startAt).toBe(10_250);
  driver.setPace({ speed: 10, paused: true });
  vi.advanceTimersByTime(1000);
  expect(engine.now() - startAt).toBe(10_250);
  driver.setPace({ speed: 1, paused: false });
  vi.advanceTimersByTime(1000);
  expect(engine.now() - startAt).toBe(11_250);
});
