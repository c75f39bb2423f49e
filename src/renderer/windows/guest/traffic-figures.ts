/** What one adapter achieves, and what it costs: throughput, latency, losses. */
import { counterPath, objects } from '../../../shared/model/counter';
import type { LiveFigure } from '../../charts/live-figures';
import { guestView as text } from '../../text/en/guest-view';

const megabitsPerByte = 8 / 1_000_000;

/** Figures of the adapter with this counter instance, two by two. */
export function trafficFigures(instance: string): readonly LiveFigure[] {
  const paths = (...counters: readonly string[]): readonly string[] =>
    counters.map((counter) => counterPath(objects.dataPath, instance, counter));
  const rate = { kind: 'rate', unit: text.megabits, scale: megabitsPerByte } as const;
  const latency = { kind: 'gauge', unit: text.microseconds, zeroIsNone: true } as const;
  return [
    { ...rate, label: text.sending, paths: paths('Bytes Sent/sec') },
    { ...rate, label: text.receiving, paths: paths('Bytes Received/sec') },
    { ...latency, label: text.latencyMean, paths: paths('Mean Latency us') },
    { ...latency, label: text.latencyP99, paths: paths('P99 Latency us') },
    {
      kind: 'rate',
      unit: text.packetsPerSecond,
      whole: true,
      label: text.lostPerSecond,
      paths: paths('Dropped Packets Sent/sec', 'Dropped Packets Received/sec'),
    },
    {
      kind: 'gauge',
      unit: text.packets,
      whole: true,
      label: text.lostBySwitching,
      paths: paths('Packets Lost by Switching'),
    },
    { kind: 'percent', unit: text.percentOfOne, label: text.rootTime, paths: paths('% Root Run Time') },
  ];
}
