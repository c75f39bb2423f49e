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

export class EndRows {
  #numbers = new Float64Array(0);
  /** Where each end's row begins, in the order of the ends. */
  #starts = new Map<AdapterEnd, number>();
  readonly #free: number[] = [];

  /** Makes exactly these ends present; answers the adapters of those that have come or gone. */
  take(ends: Iterable<AdapterEnd>): Set<string> {
    const before = this.#starts;
    const now = new Map<AdapterEnd, number>();
    const come: AdapterEnd[] = [];
    const differing = new Set<string>();
    for (const end of ends) {
      const start = before.get(end);
      if (start === undefined) come.push(end);
      // Entered now, filled below: the order is that of the ends.
      now.set(end, start ?? -1);
    }
    for (const [end, start] of before) {
      if (now.has(end)) continue;
      this.#free.push(start);
      differing.add(end[0]);
    }
    for (const end of come) {
      differing.add(end[0]);
      now.set(end, this.#enter(end[1], now.size));
    }
    this.#starts = now;
    return differing;
  }

  forEach(visit: (end: AdapterEnd, start: number) => void): void {
    this.#starts.forEach((start, end) => {
      visit(end, start);
    });
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
