import { describe, expect, it } from 'vitest';
import { presentReport, supportRows } from '../../../../../src/renderer/dialogs/firmware-setup/support-rows';
import { emptyWorld, withChanges } from '../../../../../src/renderer/host/world-state';
import { reasonText } from '../../../../../src/shared/model/iov-reason';
import type { PlatformOutlook } from '../../../../../src/shared/model/platform-outlook';
import { fakeChanges, fakeNic } from '../../support/fake-world';

const now = presentReport(withChanges(emptyWorld(), fakeChanges()));

describe('the report of Firmware Setup', () => {
  it('tells what Windows reports now', () => {
    expect(now).toEqual({
      reasons: [],
      adapters: [expect.objectContaining({ id: fakeNic.id, support: 'Supported' })],
    });
  });

  it('sets what is reported now beside what would be reported', () => {
    const later: PlatformOutlook = {
      reasons: ['noSlat'],
      adapters: now.adapters.map((each) => ({ ...each, support: 'NoIoMmuSupport' })),
    };
    const { host, adapters } = supportRows(now, later);
    expect(host.map(({ caption, now: one, later: other }) => [caption, one, other])).toEqual([
      ['IovSupport', 'True', 'False'],
      [reasonText('noSlat').text, 'No', 'Reported'],
    ]);
    expect(adapters).toMatchObject([{ now: 'Supported', later: 'NoIoMmuSupport', good: [true, false] }]);
  });

  it('has a row of its own for another card in the same place', () => {
    const other = { ...fakeNic, interfaceDescription: 'Another', support: 'Supported' } as const;
    const { id, name, interfaceDescription, support } = other;
    const later = { reasons: [], adapters: [{ id, name, interfaceDescription, support }] };
    expect(supportRows(now, later).adapters.map(({ now: one, later: two }) => [one, two])).toEqual([
      ['Supported', 'Not there'],
      ['Not there', 'Supported'],
    ]);
  });

  it('leaves what is not known yet open', () => {
    expect(supportRows(now, null).host).toMatchObject([{ now: 'True', later: null }]);
  });
});
