import { expect, test } from 'vitest';
import type { AbsentEntry } from '../../../../src/renderer/fidelity/model';
import { means, windowRows } from '../../../../src/renderer/fidelity/rows';
import { absentCaptions } from '../../../../src/renderer/fidelity/sections';
import { pageOf } from '../../../../src/renderer/fidelity/subject';
import { absent } from '../../../../src/renderer/text/en/fidelity/absent';
import { notYetThere } from '../../../../src/renderer/text/en/fidelity/not-yet-there';
import { networkAdapter } from '../../../../src/renderer/text/en/network-adapter';
import { windows } from '../../../../src/renderer/text/en/fidelity/table';
import { judge, judgeTable, wantedWindows } from '../../../support/captions';
import type { Seen, WantedPage } from '../../../support/captions';

const entries = Object.values(windows);
const wanted = wantedWindows();

function lastOf(page: string): string {
  return page.split(' > ').at(-1)!;
}

function isAbsent(window: string, page: string | undefined, caption: string): boolean {
  return absent.some(
    (each) =>
      each.window === window &&
      (each.page === undefined || each.page === page) &&
      (each.captions === undefined || each.captions.includes(caption)),
  );
}

test('every control of Hyper-V Manager has a line in the table, or is absent for good', () => {
  const missing = wanted.flatMap(({ window, controls, pages }) => {
    const entry = entries.find(({ title }) => title === window)!;
    const rows = windowRows(entry);
    const around = { page: null, controls };
    const all = [around, ...pages.map((page) => ({ page: lastOf(page.page), controls: page.controls }))];
    return all.flatMap(({ page, controls: captions }) => {
      const known = page === null ? null : pageOf(entry, page)?.page;
      if (known === undefined) return isAbsent(window, page!, '') ? [] : [`${window}, ${page!}`];
      const here = rows.filter((row) => row.page === known && row.control !== null);
      return captions
        .filter((caption) => !here.some((row) => means(row.control!, caption)))
        .filter((caption) => !isAbsent(window, page ?? undefined, caption))
        .map((caption) => `${window}, ${page ?? ''}: ${caption}`);
    });
  });
  expect(missing).toEqual([]);
});

test('what is listed as absent is something that Hyper-V Manager has', () => {
  const strange = [...absent, ...notYetThere].flatMap((entry): readonly (string | AbsentEntry)[] => {
    const window = wanted.find((each) => each.window === entry.window);
    const pages = (window?.pages ?? []).filter((page) => lastOf(page.page) === entry.page);
    if (entry.captions === undefined) {
      return window !== undefined && (entry.page === undefined || pages.length > 0) ? [] : [entry];
    }
    const captions = entry.page === undefined ? window!.controls : pages.flatMap((page) => page.controls);
    return absentCaptions(entry).filter((caption) => !captions.includes(caption));
  });
  expect(strange).toEqual([]);
});

test('no two entries of the table are about the same thing', () => {
  expect(new Set(entries.map(({ title }) => title)).size).toBe(entries.length);
  for (const entry of entries) {
    const pages = entry.pages.map(({ page }) => page);
    expect(new Set(pages).size, entry.title).toBe(pages.length);
  }
});

const page: WantedPage = { page: 'Memory', controls: ['RAM:', 'Memory weight:'], sentences: [] };
const one = [{ window: 'Settings', controls: [], sentences: [], pages: [page] }];

function seen(texts: readonly string[]): readonly Seen[] {
  return [{ window: 'Settings', page: 'Memory', generation: null, texts, controls: [], marks: [] }];
}

test('a caption is either there or listed as absent', () => {
  const entry = { window: 'Settings', page: 'Memory', reason: '' };
  const weight = { ...entry, captions: ['Memory weight:'] };
  expect(judge(one, [], seen(['RAM:', 'Memory weight:']))).toEqual([]);
  expect(judge(one, [weight], seen(['RAM:']))).toEqual([]);
  expect(judge(one, [], seen(['RAM:']))).toEqual(["Settings, Memory: 'Memory weight:' is missing"]);
  expect(judge(one, [weight], seen(['RAM:', 'Memory weight:']))).toEqual([
    "Settings, Memory: 'Memory weight:' is there, but listed as absent",
  ]);
  expect(judge(one, [], [])).toEqual(['Settings, Memory is missing']);
  expect(judge(one, [entry], [])).toEqual([]);
  expect(judge(one, [entry], seen([]))).toEqual(['Settings, Memory is there, but listed as absent']);
});

function look(view: Partial<Seen>): readonly string[] {
  const page = 'Network Adapter > Hardware Acceleration';
  const empty = { texts: [], controls: [], marks: [] };
  return judgeTable(entries, [{ window: 'Settings', page, generation: 2, ...empty, ...view }]);
}

test('a mark where the table says as in Windows is a contradiction, unless the table has its words', () => {
  const marked = (what: string, ...around: readonly string[]) => look({ marks: [{ what, around }] });
  expect(marked('No effect.', 'IPsec task offloading', 'Hardware Acceleration')).toEqual([]);
  expect(marked(networkAdapter.iovMark, 'Single-root I/O virtualization')).toEqual([]);
  expect(marked('No effect.', 'Virtual machine queue', 'Hardware Acceleration')).toEqual([
    "Settings, Network Adapter > Hardware Acceleration: the table does not say 'No effect.'",
  ]);
});

test('a page and a control that the table does not list are told', () => {
  expect(look({ page: 'Unheard of' })).toEqual(['Settings, Unheard of is not in the table']);
  const around = ['Single-root I/O virtualization', 'Hardware Acceleration'];
  expect(look({ controls: [{ name: 'Enable SR-IOV', around }] })).toEqual([]);
  expect(look({ controls: [{ name: 'Enable magic', around }] })).toEqual([
    "Settings, Network Adapter > Hardware Acceleration: 'Enable magic' is not in the table",
  ]);
});
