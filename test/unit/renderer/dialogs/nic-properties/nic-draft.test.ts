import { describe, expect, it } from 'vitest';
import {
  advancedProperties,
  labelOf,
} from '../../../../../src/renderer/dialogs/nic-properties/advanced-properties';
import {
  nicCommands,
  noChanges,
  placed,
  problemFrom,
  validate,
} from '../../../../../src/renderer/dialogs/nic-properties/nic-draft';
import { fakeNic } from '../../support/fake-world';

const { id } = fakeNic;

describe('the batch of the property sheet', () => {
  it('names only what differs from the adapter', () => {
    expect(nicCommands(fakeNic, noChanges)).toEqual([]);
    const draft = { properties: { vmq: true, jumboPacket: 9014 } as const, sriovDriver: true };
    expect(nicCommands(fakeNic, draft)).toEqual([
      { name: 'nic.configure', input: { id, properties: { jumboPacket: 9014 } } },
    ]);
  });

  it('removes the driver with SR-IOV last and installs it first', () => {
    const names = (installed: boolean) =>
      nicCommands(
        { ...fakeNic, sriovDriver: installed },
        { properties: { numVfs: 5 }, sriovDriver: !installed },
      ).map(({ name }) => name);
    expect(names(true)).toEqual(['nic.configure', 'nic.setDriver']);
    expect(names(false)).toEqual(['nic.setDriver', 'nic.configure']);
  });

  it.each([Number.NaN, -1, 1.5, 33])('takes %s for no number of virtual functions', (numVfs) => {
    const problem = validate(fakeNic, { ...noChanges, properties: { numVfs } });
    expect(problem).toMatchObject({ tab: 'advanced', field: 'numVfs' });
    expect(problem?.message).toContain('0 to 32');
  });

  it('takes the most that the driver offers', () => {
    expect(validate(fakeNic, { ...noChanges, properties: { numVfs: 32 } })).toBeNull();
  });
});

describe('a refusal', () => {
  const refusal = (field?: string) => problemFrom({ code: 'x', message: 'No.', field }, 'general');

  it.each([
    ['commands.0.input.properties.speedDuplex', 'advanced', 'speedDuplex'],
    ['commands.1.input.properties.numVfs', 'advanced', 'numVfs'],
    ['commands.0.input.sriov', 'driver', 'sriovDriver'],
    ['commands.0.input.id', 'general', null],
    [undefined, 'general', null],
  ])('about %s belongs to the tab %s', (field, tab, where) => {
    expect(refusal(field)).toEqual({ tab, field: where, message: 'No.' });
  });

  it('has no place at a property that the driver does not offer', () => {
    const problem = refusal('commands.0.input.properties.sriov');
    expect(placed(fakeNic, problem).field).toBe('sriov');
    expect(placed({ ...fakeNic, sriovDriver: false }, problem).field).toBeNull();
  });
});

describe('the properties that a driver offers', () => {
  const names = (patch: Partial<typeof fakeNic>) =>
    advancedProperties({ ...fakeNic, ...patch }).map(({ label }) => label);

  it('are those of hardware and driver, by name', () => {
    expect(names({})).toEqual([
      'Jumbo Packet',
      'Receive Side Scaling',
      'Speed & Duplex',
      'SR-IOV',
      'Virtual Machine Queues',
    ]);
    expect(names({ sriovDriver: false, vmqQueues: 0 })).toEqual([
      'Jumbo Packet',
      'Receive Side Scaling',
      'Speed & Duplex',
    ]);
  });

  it('leave out speeds that the port does not have', () => {
    const speed = advancedProperties({ ...fakeNic, linkSpeedMbps: 1000 })[2]!;
    expect(speed.choices.map(({ label }) => label)).toEqual([
      'Auto Negotiation',
      '100 Mbps Half Duplex',
      '100 Mbps Full Duplex',
      '1.0 Gbps Full Duplex',
    ]);
    expect(labelOf(speed, { ...fakeNic.properties, speedDuplex: '10000full' })).toBeUndefined();
  });
});
