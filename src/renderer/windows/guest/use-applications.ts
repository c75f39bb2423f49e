/** The applications that a guest can run, each with the load that it proposes. */
import { useEffect, useState } from 'react';
import type { RequestOutput } from '../../../shared/contract';
import type { TrafficProfile } from '../../../shared/model/traffic';
import { request } from '../../host/client';

type Applications = RequestOutput<'traffic.applications'>;

/** Until the host has answered there is only the one that runs. */
export function useApplications(present: TrafficProfile): Applications {
  const [known, setKnown] = useState<Applications>([]);
  useEffect(() => {
    let wanted = true;
    void request('traffic.applications', {}).then((answer) => {
      if (wanted && answer.ok) setKnown(answer.value);
    });
    return () => {
      wanted = false;
    };
  }, []);
  return known.length > 0 ? known : [{ application: present.application, profile: present }];
}
