/** The list's selection, kept together with the frame's. */
import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Vm } from '../../../shared/model/vm';
import { setSelection, useSelection } from '../../host/selection';
import { findTyped, moveTo, noRows, rowOfKey, selectAll, withoutGone } from './row-selection';
import type { RowSelection } from './row-selection';

/** Letters that follow each other within this many milliseconds are one word. */
const WORD_MS = 1000;

export interface UseRowSelection {
  readonly selection: RowSelection;
  readonly selectedIds: ReadonlySet<string>;
  readonly order: readonly string[];
  readonly apply: (next: RowSelection) => void;
  /** Does what a key does to the selection; false when it is no such key. */
  readonly onKey: (event: KeyboardEvent, page: number) => boolean;
}

/** Selection of the rows `vms`, which are in the order of the list. */
export function useRowSelection(vms: readonly Vm[]): UseRowSelection {
  const ids = useSelection((selection) => selection.vmIds);
  const [cursor, setCursor] = useState<RowSelection>(noRows);
  const typed = useRef({ text: '', at: 0 });
  const order = useMemo(() => vms.map((vm) => vm.id), [vms]);
  const selection = useMemo(() => {
    const known = new Set(order);
    const last = ids.at(-1) ?? null;
    // Somebody else may have selected: then the focus goes along.
    const mine = ids === cursor.ids ? cursor : { ids, anchor: last, active: last };
    return withoutGone(mine, (id) => known.has(id));
  }, [order, ids, cursor]);
  const selectedIds = useMemo(() => new Set(selection.ids), [selection]);

  function apply(next: RowSelection): void {
    setCursor(next);
    setSelection({ vmIds: next.ids });
  }

  function typeAhead(event: KeyboardEvent): boolean {
    if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) return false;
    const word = event.timeStamp - typed.current.at < WORD_MS ? typed.current.text : '';
    if (event.key === ' ' && word === '') return false;
    typed.current = { text: word + event.key, at: event.timeStamp };
    const from = selection.active === null ? -1 : order.indexOf(selection.active);
    const found = findTyped(
      vms.map((vm) => vm.name),
      from,
      typed.current.text,
    );
    const id = order[found];
    if (id !== undefined) apply({ ids: [id], anchor: id, active: id });
    return true;
  }

  function onKey(event: KeyboardEvent, page: number): boolean {
    if (event.altKey || event.metaKey) return false;
    const target = rowOfKey(event.key, order, selection.active, page);
    if (target !== null) apply(moveTo(order, selection, target, event));
    else if (event.key === 'a' && event.ctrlKey) apply(selectAll(order, selection));
    else if (event.key === ' ' && selection.active !== null && event.ctrlKey) {
      apply(toggled(selection, selection.active));
    } else return typeAhead(event);
    return true;
  }

  return { selection, selectedIds, order, apply, onKey };
}

function toggled(before: RowSelection, id: string): RowSelection {
  const rest = before.ids.filter((each) => each !== id);
  return { ids: before.ids.includes(id) ? rest : [...rest, id], anchor: id, active: id };
}
