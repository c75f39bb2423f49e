/** The report at the foot of Firmware Setup: what Windows says now, and what it would say after a restart. */
import { reasonText } from '../../../shared/model/iov-reason';
import { sriovSupport } from '../../../shared/model/nic';
import { platformReasons } from '../../../shared/model/platform';
import type { PlatformOutlook } from '../../../shared/model/platform-outlook';
import { thePlatform } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import { firmware as text } from '../../text/en/firmware';

export interface SupportRow {
  readonly id: string;
  readonly caption: string;
  /** `reason`: a whole sentence; the cells say whether Windows reports it. */
  readonly kind: 'support' | 'reason' | 'adapter';
  readonly now: string;
  /** Null while the host has not been asked yet. */
  readonly later: string | null;
  /** Whether `now` and `later` are what one wants. */
  readonly good: readonly [boolean, boolean];
}

/** What is reported now. */
export function presentReport(world: Pick<WorldView, 'platform' | 'function' | 'nic'>): PlatformOutlook {
  const platform = thePlatform(world);
  return {
    reasons: [...platformReasons(platform, world.function)],
    adapters: [...world.nic.values()]
      .filter(({ present }) => present)
      .map((nic) => ({
        id: nic.id,
        name: nic.name,
        interfaceDescription: nic.interfaceDescription,
        support: sriovSupport(nic, platform, world.function),
      })),
  };
}

function hostRows(now: PlatformOutlook, later: PlatformOutlook | null): SupportRow[] {
  const supported = (report: PlatformOutlook): boolean => report.reasons.length === 0;
  const whole: SupportRow = {
    id: 'support',
    caption: text.iovSupport,
    kind: 'support',
    now: text.supported(supported(now)),
    later: later === null ? null : text.supported(supported(later)),
    good: [supported(now), later === null || supported(later)],
  };
  // One list in the article's order, however the two reports differ.
  const all = new Set([...now.reasons, ...(later?.reasons ?? [])]);
  const says = (has: boolean): string => (has ? text.reported : text.notReported);
  const reasons = [...all].map((reason): SupportRow => {
    const cells = [now.reasons.includes(reason), later?.reasons.includes(reason) ?? false] as const;
    return {
      id: reason,
      caption: reasonText(reason).text,
      kind: 'reason',
      now: says(cells[0]),
      later: later === null ? null : says(cells[1]),
      good: [!cells[0], !cells[1]],
    };
  });
  return [whole, ...reasons];
}

function adapterRows(now: PlatformOutlook, later: PlatformOutlook | null): SupportRow[] {
  const key = (each: PlatformOutlook['adapters'][number]): string =>
    `${each.id} ${each.interfaceDescription}`;
  const before = new Map(now.adapters.map((each) => [key(each), each]));
  const after = new Map((later?.adapters ?? []).map((each) => [key(each), each]));
  const merged = new Map([...before, ...after]);
  return [...merged].map(([id, { name, interfaceDescription }]): SupportRow => {
    const [one, other] = [before.get(id)?.support, after.get(id)?.support];
    return {
      id,
      caption: text.adapter(name, interfaceDescription),
      kind: 'adapter',
      now: one ?? text.notInComputer,
      later: later === null ? null : (other ?? text.notInComputer),
      good: [one === 'Supported', other === 'Supported'],
    };
  });
}

/** The rows of the report, the host's first. */
export function supportRows(
  now: PlatformOutlook,
  later: PlatformOutlook | null,
): { readonly host: readonly SupportRow[]; readonly adapters: readonly SupportRow[] } {
  return { host: hostRows(now, later), adapters: adapterRows(now, later) };
}
