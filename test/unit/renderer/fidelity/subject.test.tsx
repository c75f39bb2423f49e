// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { namesAround } from '../../../../src/renderer/fidelity/names';
import { subjectOf } from '../../../../src/renderer/fidelity/subject';
import type { Subject } from '../../../../src/renderer/fidelity/subject';
import { windows } from '../../../../src/renderer/text/en/fidelity/table';

afterEach(cleanup);

function subjectAt(element: HTMLElement): Subject {
  return subjectOf(windows.vmSettings, namesAround(element));
}

function renderSettings(): void {
  render(
    <div role="dialog" aria-label="Settings for VM1 on HV01">
      <div role="treeitem" aria-selected aria-label="Hardware Acceleration" aria-description="detail" />
      <section aria-label="Hardware Acceleration">
        <fieldset>
          <legend>IPsec task offloading</legend>
          <label htmlFor="box">Enable IPsec task offloading</label>
          <input id="box" type="checkbox" />
          <button type="button">Some button</button>
        </fieldset>
        <fieldset>
          <legend>Virtual machine queue</legend>
          <input type="checkbox" aria-label="Enable virtual machine queue" />
        </fieldset>
      </section>
      <button type="button">OK</button>
    </div>,
  );
}

test('a control inherits the mark of its group', () => {
  renderSettings();
  const subject = subjectAt(screen.getByRole('checkbox', { name: 'Enable IPsec task offloading' }));
  expect(subject.name).toBe('Enable IPsec task offloading');
  expect(subject.control).toMatchObject({
    control: 'Enable IPsec task offloading',
    group: 'IPsec task offloading',
    fidelity: { mark: 'simplified' },
  });
  expect(subject.page).toMatchObject({ page: 'Hardware Acceleration', fidelity: { mark: 'asInWindows' } });
});

test('a control that is not listed takes what its group says', () => {
  renderSettings();
  const subject = subjectAt(screen.getByRole('button', { name: 'Some button' }));
  expect(subject).toMatchObject({ name: 'Some button', control: { control: 'IPsec task offloading' } });
});

test('a control without a mark of its own inherits from the page', () => {
  renderSettings();
  const subject = subjectAt(screen.getByRole('checkbox', { name: 'Enable virtual machine queue' }));
  expect(subject.control?.fidelity).toBe(subject.page?.fidelity);
  expect(subject.control?.fidelity.mark).toBe('asInWindows');
});

test('an item of the list of pages means its page', () => {
  renderSettings();
  const subject = subjectAt(screen.getByRole('treeitem'));
  expect(subject).toMatchObject({ name: null, page: { page: 'Hardware Acceleration' } });
  expect(subject.control).toBeUndefined();
});

test('a button around the pages belongs to the window', () => {
  renderSettings();
  const subject = subjectAt(screen.getByRole('button', { name: 'OK' }));
  expect(subject.control).toMatchObject({ control: 'OK', page: null });
});

test('a caption with a star means any text', () => {
  const names = { own: null, around: ['IDE Controller 1'], shown: [] };
  expect(subjectOf(windows.vmSettings, names).page?.page).toBe('IDE Controller *');
});

test('on a page without a name that is known, the window answers', () => {
  const subject = subjectOf(windows.main, { own: 'A button', around: ['Somewhere'], shown: [] });
  expect(subject).toMatchObject({ name: 'A button', window: { window: 'Main window' } });
  expect([subject.control, subject.page]).toEqual([undefined, undefined]);
});

test('a group with the name of another page leads nobody astray', () => {
  const names = { own: 'Reset PF', around: ['Driver', 'Simulator'], shown: ['Simulator'] };
  expect(subjectOf(windows.nicProperties, names)).toMatchObject({
    control: { control: 'Reset PF', group: 'Driver' },
    page: { page: 'Simulator' },
  });
});
