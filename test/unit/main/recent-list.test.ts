import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { RecentList } from '../../../src/main/recent-list';
import { freshPath } from '../../support/documents';

function files(count: number): { list: string; paths: string[] } {
  const list = freshPath('recent.json');
  const paths = Array.from({ length: count }, (_, index) => join(dirname(list), `${index}.sriovlab`));
  for (const path of paths) writeFileSync(path, '');
  return { list, paths };
}

it('has the newest first, each once, ten at most, and outlives the program', () => {
  const { list, paths } = files(12);
  const recent = new RecentList(list);
  for (const path of [...paths, ...paths.slice(3, 4)]) recent.add(path);
  expect(new RecentList(list).paths).toEqual([3, 11, 10, 9, 8, 7, 6, 5, 4, 2].map((index) => paths[index]));
});

it('leaves out what is gone', () => {
  const { list, paths } = files(2);
  const recent = new RecentList(list);
  for (const path of paths) recent.add(path);
  recent.remove(paths[0] ?? '');
  recent.add(join(dirname(list), 'never.sriovlab'));
  expect(recent.paths).toEqual([paths[1]]);
});

it.each(['', 'noise', '{"documents":7}', '{"documents":[7]}'])(
  'begins anew when its file is %j',
  (content) => {
    const { list, paths } = files(1);
    writeFileSync(list, content);
    const recent = new RecentList(list);
    expect(recent.paths).toEqual([]);
    recent.add(paths[0] ?? '');
    expect(JSON.parse(readFileSync(list, 'utf8'))).toEqual({ documents: paths });
    expect(existsSync(`${list}.part`)).toBe(false);
  },
);
