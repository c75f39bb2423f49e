// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { CheckField } from '../../../../src/renderer/forms/check-field';
import { NumberField } from '../../../../src/renderer/forms/number-field';
import { SelectField } from '../../../../src/renderer/forms/select-field';
import { TextField } from '../../../../src/renderer/forms/text-field';

afterEach(cleanup);

test('a caption is exactly the accessible name, an error is tied to its field', () => {
  render(<TextField label="Name:" value="x" onChange={() => undefined} error="That name is taken." />);
  const field = screen.getByRole('textbox', { name: 'Name:' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const described = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  expect(described?.textContent).toBe('That name is taken.');
});

test('a disabled box can be reached but not changed', () => {
  const onChange = vi.fn();
  render(
    <CheckField label="Enable SR-IOV" value={false} onChange={onChange} disabledReason="It is running." />,
  );
  const box = screen.getByRole('checkbox', { name: 'Enable SR-IOV' });
  fireEvent.click(box);
  expect(onChange).not.toHaveBeenCalled();
  expect(box.getAttribute('aria-disabled')).toBe('true');
  expect(box.hasAttribute('disabled')).toBe(false);
});

test('a list without the present value shows none of its choices', () => {
  const onChange = vi.fn();
  const choices = [{ value: 'a', label: 'First' }];
  render(<SelectField<string> label="Switch:" value="gone" choices={choices} onChange={onChange} />);
  const list = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Switch:' });
  expect(list.value).toBe('gone');
  fireEvent.change(list, { target: { value: 'a' } });
  expect(onChange).toHaveBeenCalledWith('a');
});

function Figure(props: { readonly seen: (value: number) => void }): ReactNode {
  const [value, setValue] = useState(512);
  return (
    <>
      <NumberField
        label="Startup memory:"
        value={value}
        onChange={(next) => {
          props.seen(next);
          setValue(next);
        }}
      />
      <button
        onClick={() => {
          setValue(1024);
        }}
      >
        Usual
      </button>
    </>
  );
}

test('an emptied number is no number, and the page can set another one', () => {
  const seen = vi.fn();
  render(<Figure seen={seen} />);
  const field = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Startup memory:' });
  fireEvent.change(field, { target: { value: '' } });
  expect(seen).toHaveBeenLastCalledWith(Number.NaN);
  expect(field.value).toBe('');
  fireEvent.click(screen.getByRole('button', { name: 'Usual' }));
  expect(field.value).toBe('1024');
});
