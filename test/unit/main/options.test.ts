import { describe, expect, it } from 'vitest';
import { helpText, ownArguments, parseOptions } from '../../../src/main/options';

function message(...args: string[]): string {
  const parsed = parseOptions(args);
  if (parsed.ok) throw new Error('The options were accepted.');
  expect(parsed.message).not.toContain('\n');
  return parsed.message;
}

describe('options', () => {
  it('have defaults that make two starts equal', () => {
    expect(parseOptions([])).toEqual({
      ok: true,
      options: {
        help: false,
        dataDir: undefined,
        seed: 1,
        host: undefined,
        clock: Date.parse('2026-01-05T09:00:00Z'),
        speed: 1,
        paused: false,
        language: 'en',
        picture: undefined,
        vms: undefined,
        file: undefined,
        newHost: false,
      },
    });
  });

  it('name a document to open, which brings its own host', () => {
    expect(parseOptions(['--paused', 'lab.SRIOVLAB'])).toMatchObject({
      options: { file: 'lab.SRIOVLAB', newHost: false },
    });
    expect(parseOptions(['--seed', '1'])).toMatchObject({ options: { file: undefined, newHost: true } });
    expect(message('lab.sriovlab', '--seed', '1')).toContain('brings its own host');
  });

  it('are read, joined with = or apart', () => {
    const args = [
      '--seed=7',
      '--host',
      'a.txt',
      '--clock',
      '2026-03-01T12:00:00+01:00',
      '--speed',
      '2.5',
      '--paused',
    ];
    const parsed = parseOptions([...args, '--picture', 'p.png', '--data-dir', 'd']);
    expect(parsed).toMatchObject({
      ok: true,
      options: {
        seed: 7,
        host: 'a.txt',
        clock: Date.UTC(2026, 2, 1, 11),
        speed: 2.5,
        paused: true,
        picture: 'p.png',
        dataDir: 'd',
      },
    });
  });

  it.each([
    [['--seed', '1.5'], 'whole number from 0 to 4294967295'],
    [['--seed', '-1'], '--seed'],
    [['--seed', 'abc'], 'whole number'],
    [['--seed', ''], 'whole number'],
    [['--speed', '0'], 'from 0.1 to 60'],
    [['--speed', '61'], 'from 0.1 to 60'],
    [['--vms', '0'], 'from 1 to 5000'],
    [['--vms', '5001'], 'from 1 to 5000'],
    [['--clock', 'yesterday'], 'ISO 8601'],
    [['--clock', '2026-13-45'], 'ISO 8601'],
    [['--host', ''], 'must name a file'],
    [['--data-dir='], 'must name a folder'],
    [['--host', 'a', '--vms', '3'], 'exclude each other'],
    [
      ['--sed', '1'],
      'Allowed are: --help, --data-dir, --seed, --host, --clock, --speed, --paused, --language, --picture, --vms.',
    ],
    [['--seed'], 'Allowed are'],
    [['--paused=yes'], 'Allowed are'],
    [['extra'], 'must be a document'],
    [['a.sriovlab', 'b.sriovlab'], 'one document and no more'],
  ])('%j is refused with one line', (args, part) => {
    expect(message(...args)).toContain(part);
  });

  it('are all in the help', () => {
    for (const name of ['data-dir', 'seed', 'host', 'clock', 'speed', 'paused', 'picture', 'vms', 'help']) {
      expect(helpText).toContain(`--${name}`);
    }
  });
});

describe('own arguments', () => {
  it('stand behind the application folder when Electron was told it', () => {
    expect(ownArguments(['electron', '--no-sandbox', '.', '--seed', '2'], true)).toEqual(['--seed', '2']);
    expect(ownArguments(['electron', '--require', 'x.cjs', '--no-sandbox', '.', '--paused'], true)).toEqual([
      '--paused',
    ]);
    expect(ownArguments(['electron', '/app'], true)).toEqual([]);
  });

  it('are all of them in a packaged program', () => {
    const pipe = '--remote-debugging-pipe';
    expect(ownArguments(['sriov-manager', '--no-sandbox', pipe, '--paused'], false)).toEqual(['--paused']);
  });

  it.each([
    '--remote-debugging-port=0',
    '--inspect',
    '--js-flags=--allow-natives-syntax',
    '--load-extension=/x',
  ])('leave %s to be refused in a packaged program', (argument) => {
    expect(parseOptions(ownArguments(['sriov-manager', argument], false)).ok).toBe(false);
  });
});
