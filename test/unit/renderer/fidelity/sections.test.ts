import { expect, test } from 'vitest';
import type { WindowEntry } from '../../../../src/renderer/fidelity/model';
import { search, sectionsOf } from '../../../../src/renderer/fidelity/sections';

const source = 'from memory';

const settings: WindowEntry = {
  title: 'Settings',
  what: 'Of one virtual machine.',
  mark: 'asInWindows',
  source,
  controls: ['OK'],
  pages: [
    {
      page: 'Advanced Features',
      what: 'MAC address and guards.',
      mark: 'asInWindows',
      source,
      controls: [
        { caption: 'DHCP guard', controls: ['Enable DHCP guard'] },
        {
          caption: 'NIC Teaming',
          mark: 'simplified',
          why: 'No guest makes a team.',
          source,
          controls: ['Enable this network adapter'],
        },
      ],
    },
  ],
};

const connect: WindowEntry = {
  title: 'Connection',
  what: 'Inside.',
  mark: 'simulatorOnly',
  why: 'A guest without a screen.',
  controls: [],
  pages: [],
};

const sections = sectionsOf([settings, connect]);
const absent = [{ window: 'Connection', captions: ['Media', 'Clipboard'], reason: 'No disk.' }];

test('nothing looked for leaves everything, window by window and page by page', () => {
  const found = search(sections, absent, { text: '  ', mark: 'all', window: 'all' });
  expect(found.sections.map(({ window, page }) => [window, page])).toEqual([
    ['Settings', null],
    ['Settings', 'Advanced Features'],
    ['Connection', null],
  ]);
  expect(found.absent).toEqual(absent);
  // Three heads, OK, four controls of the page, two absent captions.
  expect(found.count).toBe(10);
});

test('text is looked for in captions and sentences, in any case', () => {
  const { sections: left, count } = search(sections, absent, { text: 'TEAM', mark: 'all', window: 'all' });
  expect(left).toHaveLength(1);
  expect(left[0]?.controls.map(({ control }) => control)).toEqual([
    'NIC Teaming',
    'Enable this network adapter',
  ]);
  expect(count).toBe(2);
});

test('a mark leaves what has or inherits it, below the head of its page', () => {
  const { sections: left } = search(sections, absent, { text: '', mark: 'simplified', window: 'all' });
  expect(left.map(({ page }) => page)).toEqual(['Advanced Features']);
  expect(left[0]?.controls).toHaveLength(2);
  expect(search(sections, absent, { text: '', mark: 'absent', window: 'all' })).toEqual({
    sections: [],
    absent,
    count: 2,
  });
});

test('a window leaves what belongs to it', () => {
  const { sections: left, absent: missing } = search(sections, absent, {
    ...{ text: '', mark: 'all', window: 'Settings' },
  });
  expect(left.map(({ window }) => window)).toEqual(['Settings', 'Settings']);
  expect(missing).toEqual([]);
});
