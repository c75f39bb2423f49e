/** Asks the host what a restart would bring, whenever the draft changes. */
import { useEffect, useState } from 'react';
import type { PlatformOutlook, PlatformPatch } from '../../../shared/model/platform-outlook';
import type { WorldView } from '../../../shared/model/world-view';
import { request } from '../../host/client';

/** The newest answer; null until the first one. A patch that cannot be saved is not asked about. */
export function useOutlook(world: WorldView, patch: PlatformPatch, valid: boolean): PlatformOutlook | null {
  const [outlook, setOutlook] = useState<PlatformOutlook | null>(null);
  const asked = JSON.stringify(patch);
  const { platform, nic } = world;
  useEffect(() => {
    if (!valid) return undefined;
    let stale = false;
    void request('platform.outlook', JSON.parse(asked) as PlatformPatch).then((answer) => {
      if (!stale && answer.ok) setOutlook(answer.value);
    });
    return () => {
      stale = true;
    };
  }, [asked, valid, platform, nic]);
  return outlook;
}
