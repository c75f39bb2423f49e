import { describe, expect, it } from 'vitest';
import { applicationProfiles, markedApplications } from '../../../../src/main/hardware/applications';
import { applicationsFileSchema } from '../../../../src/shared/model/applications';
import {
  applicationSchema,
  hasTraffic,
  isClosedLoop,
  trafficProfileSchema,
} from '../../../../src/shared/model/traffic';

describe('the applications', () => {
  it('have the right shape, with unit, mark and source at every figure', () => {
    expect(applicationsFileSchema.parse(markedApplications())).toEqual(markedApplications());
  });

  it('are all there, each a profile that may be set as it is', () => {
    const all = applicationProfiles();
    expect(all.map((each) => each.application).sort()).toEqual([...applicationSchema.options].sort());
    for (const { application, profile } of all) {
      expect(trafficProfileSchema.parse(profile)).toEqual(profile);
      expect(profile.application).toBe(application);
      expect(hasTraffic(profile)).toBe(application !== 'idle' && application !== 'custom');
    }
  });

  it('ask again only when they have been answered where that is what they do', () => {
    const loops = applicationProfiles().filter(({ profile }) => isClosedLoop(profile));
    expect(loops.map((each) => each.application)).toEqual(['requestResponse', 'web']);
  });
});
