/** What a page that has been taken over, or a file from anywhere, may come up with. */
import { commands, requests } from '../../../src/shared/contract';

type Pick = (below: number) => number;

function any<T>(pick: Pick, values: readonly T[]): T {
  return values[pick(values.length)] as T;
}

const words = [
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  '\u0000',
  '\ud800',
  '‮',
  "'; DROP TABLE state; --",
  '<script>alert(1)</script>',
  'host',
  '9'.repeat(400),
  'x'.repeat(100_000),
] as const;

const numbers = [
  0,
  -0,
  -1,
  1,
  0.5,
  2 ** 31,
  2 ** 53,
  1e308,
  -1e308,
  Infinity,
  -Infinity,
  Number.NaN,
] as const;

/** A value of no particular shape. */
export function anything(pick: Pick, depth = 0): unknown {
  switch (pick(depth > 3 ? 6 : 9)) {
    case 0:
      return any(pick, words);
    case 1:
      return any(pick, numbers);
    case 2:
      return any(pick, [true, false, null, undefined]);
    case 3:
      return any(pick, [new Date(Number.NaN), /x/, new Map([[1, 2]]), new Set([1]), 10n, new ArrayBuffer(8)]);
    case 4:
      return new Float64Array(pick(100));
    case 5:
      return String(pick(1_000_000));
    case 6:
      return Array.from({ length: pick(20) }, () => anything(pick, depth + 1));
    case 7: {
      const cycle: Record<string, unknown> = {};
      cycle['self'] = cycle;
      return cycle;
    }
    default:
      return Object.fromEntries(
        Array.from({ length: pick(8) }, () => [any(pick, words).slice(0, 50), anything(pick, depth + 1)]),
      );
  }
}

const requestNames = Object.keys(requests);
/** Commands that want something: the others are right whatever comes with them. */
const commandNames = Object.entries(commands).flatMap(([name, schema]) =>
  schema.safeParse({ settings: {} }).success ? [] : name,
);
/** Members that commands and requests have, so that some messages come near to sense. */
const members = [
  'id',
  'name',
  'vmId',
  'nicId',
  'switchId',
  'input',
  'commands',
  'watch',
  'paths',
  'intervalMs',
];

function nearlyRight(pick: Pick): unknown {
  return Object.fromEntries(
    Array.from({ length: 1 + pick(4) }, () => [any(pick, members), anything(pick, 2)]),
  );
}

/** A request that must be refused, or at least change nothing. */
export function hostileMessage(pick: Pick): [unknown, unknown] {
  switch (pick(6)) {
    case 0:
      return [anything(pick), anything(pick)];
    case 1:
      return [any(pick, words), nearlyRight(pick)];
    case 2:
      return [
        any(
          pick,
          requestNames.filter((name) => !meant.has(name)),
        ),
        anything(pick),
      ];
    case 3:
      return ['execute', { commands: anything(pick) }];
    case 4:
      return ['execute', { commands: [{ name: any(pick, words), input: nearlyRight(pick) }] }];
    default: {
      // A batch that begins well and ends badly must leave no trace either.
      const begins = { name: 'switch.create', input: { name: 'Trace', type: 'Private' } };
      const ends = {
        name: any(pick, commandNames),
        input: { ...(nearlyRight(pick) as object), id: 'none', vmId: 7 },
      };
      return ['execute', { commands: pick(2) === 0 ? [begins, ends] : [ends] }];
    }
  }
}

/** Requests that are right whatever comes with them, and are meant to change something. */
const meant = new Set([
  'document.new',
  'document.undo',
  'document.redo',
  'document.reset',
  'document.open',
  'document.saveAs',
  'document.recover',
]);

/** Changes some bytes of a file: a flipped one, a stretch of noise, a cut, a stretch moved. */
export function mutated(file: Buffer, pick: Pick): Buffer {
  const copy = Buffer.from(file);
  const at = pick(file.length);
  const length = 1 + pick(Math.min(4096, file.length - at));
  switch (pick(5)) {
    case 0:
      copy[at] = pick(256);
      return copy;
    case 1:
      for (let index = at; index < at + length; index += 1) copy[index] = pick(256);
      return copy;
    case 2:
      return copy.subarray(0, at);
    case 3:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    default:
      file.copy(copy, pick(file.length), at, at + length);
      return copy;
  }
}
