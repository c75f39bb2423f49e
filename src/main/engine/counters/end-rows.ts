/**
 * What the ends of flows carry and cost, as rows of plain numbers in one array: thousands of them
 * are added up every time anything changes, and most are as they were.
 */
import type { AdapterEnd, AdapterRates } from './tally';

const names = [
  'emulated',
  'vmbus',
  'vf',
  'sent',
  'received',
  'localSent',
  'localReceived',
  'droppedSent',
  'droppedReceived',
  'packets',
  'waited',
  'root',
  'rootHypervisor',
  'guest',
  'guestHypervisor',
  'intercepts',
  'hypercalls',
  'synthetic',
  'hardware',
  'posted',
  'switchedBytesSent',
  'switchedBytesReceived',
  'switchedPacketsSent',
  'switchedPacketsReceived',
  'switchedDroppedSent',
  'switchedDroppedReceived',
  'wireBytesSent',
  'wireBytesReceived',
  'wirePacketsSent',
  'wirePacketsReceived',
  // Of these three the greatest counts, not the sum; they come last.
  'p50',
  'p99',
  'p999',
] as const;

type Column = (typeof names)[number];

/** Place of each column in a row. */
export const columns = Object.fromEntries(names.map((name, index) => [name, index])) as Readonly<
  Record<Column, number>
>;
export const width = names.length;
const summed = columns.p50;

/** All that the counters of a root processor are made of. */
const rootColumns = [columns.root, columns.rootHypervisor, columns.synthetic];

/** Adds the row that begins at `start` to a sum. */
export function addRow(sum: Float64Array, numbers: Float64Array, start: number): void {
  for (let column = 0; column < summed; column++) {
    sum[column] = (sum[column] ?? 0) + (numbers[start + column] ?? 0);
  }
  for (let column = summed; column < width; column++) {
    sum[column] = Math.max(sum[column] ?? 0, numbers[start + column] ?? 0);
  }
}

/** One number per column, in their order. */
function rowOf(rates: AdapterRates): readonly number[] {
  const { send, receive, path, onWire, latency } = rates;
  const bytes = send.bytesPerSecond + receive.bytesPerSecond;
  const packets = send.packetsPerSecond + receive.packetsPerSecond;
  const switched = path === 'vf' ? 0 : 1;
  const wire = onWire ? 1 : 0;
  const seen = packets > 0 ? latency : { mean: 0, p50: 0, p99: 0, p999: 0 };
  return [
    path === 'emulated' ? bytes : 0,
    path === 'vmbus' ? bytes : 0,
    path === 'vf' ? bytes : 0,
    send.bytesPerSecond,
    receive.bytesPerSecond,
    (1 - wire) * send.bytesPerSecond,
    (1 - wire) * receive.bytesPerSecond,
    send.droppedPerSecond,
    receive.droppedPerSecond,
    packets,
    packets * seen.mean,
    rates.rootCyclesPerSecond,
    rates.rootHypervisorCyclesPerSecond,
    rates.guestCyclesPerSecond,
    rates.hypervisorCyclesPerSecond - rates.rootHypervisorCyclesPerSecond,
    rates.interceptsPerSecond,
    rates.hypercallsPerSecond,
    rates.syntheticInterruptsPerSecond,
    rates.hardwareInterruptsPerSecond,
    rates.postedInterruptsPerSecond,
    switched * send.bytesPerSecond,
    switched * receive.bytesPerSecond,
    switched * send.packetsPerSecond,
    switched * receive.packetsPerSecond,
    switched * send.droppedPerSecond,
    switched * receive.droppedPerSecond,
    wire * send.bytesPerSecond,
    wire * receive.bytesPerSecond,
    wire * send.packetsPerSecond,
    wire * receive.packetsPerSecond,
    seen.p50,
    seen.p99,
    seen.p999,
  ];
}

/** An end, where its numbers are, and where they count. */
export interface Row {
  readonly end: AdapterEnd;
  readonly start: number;
  place: Place | null;
}

/** Whose numbers an adapter's are. */
export interface Place {
  readonly vmId: string;
  /** What they are added to, besides what is the VM's and the adapter's own. */
  readonly sum: Float64Array;
}

/** How far from its old place an end is looked for; a farther one counts as gone and come again. */
const farthest = 4;

export class EndRows {
  #numbers = new Float64Array(0);
  /** In the order of the ends. */
  #rows: readonly Row[] = [];
  readonly #free: number[] = [];

  /** In the order of the ends. */
  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** Makes exactly these ends present; answers the adapters of those that have come or gone. */
  take(ends: readonly AdapterEnd[], placeOf: (adapterId: string) => Place | null): Set<string> {
    const before = this.#rows;
    const now: Row[] = [];
    const differing = new Set<string>();
    const drop = (row: Row | undefined): void => {
      if (row === undefined) return;
      this.#free.push(row.start);
      differing.add(row.end[0]);
    };
    let old = 0;
    for (let index = 0; index < ends.length; index++) {
      const end = ends[index];
      if (end === undefined) continue;
      let present = before[old];
      if (present?.end !== end) {
        const gone = distance(end, (ahead) => before[old + ahead]?.end);
        for (let ahead = 0; ahead < gone; ahead++) drop(before[old++]);
        present = before[old];
      }
      if (present?.end === end) {
        now.push(present);
        old += 1;
        continue;
      }
      // Where the old end comes later it has not gone, this one has come before it.
      const stays = present !== undefined && distance(present.end, (ahead) => ends[index + ahead]) > 0;
      if (!stays) drop(before[old++]);
      differing.add(end[0]);
      now.push({ end, start: this.#enter(end[1], ends.length), place: placeOf(end[0]) });
    }
    while (old < before.length) drop(before[old++]);
    this.#rows = now;
    return differing;
  }

  /** Adds the row that begins at `start` to a sum. */
  addTo(sum: Float64Array, start: number): void {
    addRow(sum, this.#numbers, start);
  }

  /** Adds to a root processor's sum one of `parts` equal parts of the root's work in the row that begins at `start`. */
  addRootTo(sum: Float64Array, start: number, parts: number): void {
    for (const column of rootColumns) {
      sum[column] = (sum[column] ?? 0) + (this.#numbers[start + column] ?? 0) / parts;
    }
  }

  /** `count`: how many rows there will be. */
  #enter(rates: AdapterRates, count: number): number {
    const start = this.#free.pop() ?? this.#grow(count);
    this.#numbers.set(rowOf(rates), start);
    return start;
  }

  /** Makes room for as many rows again and keeps the new places but one, which it answers. */
  #grow(count: number): number {
    const first = this.#numbers.length;
    const rows = Math.max(8, count);
    const longer = new Float64Array(first + rows * width);
    longer.set(this.#numbers);
    this.#numbers = longer;
    for (let row = rows - 1; row > 0; row--) this.#free.push(first + row * width);
    return first;
  }
}

/** How many places ahead, from 1 on, `end` is found; 0 when it is not near. */
function distance(end: AdapterEnd, at: (ahead: number) => AdapterEnd | undefined): number {
  for (let ahead = 1; ahead <= farthest; ahead++) if (at(ahead) === end) return ahead;
  return 0;
}
