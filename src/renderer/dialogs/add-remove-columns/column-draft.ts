/** What the dialog is about to store: the displayed columns, and which column each list has chosen. */
import { useState } from 'react';
import {
  availableColumns,
  canMove,
  displayedColumns,
  movedColumn,
  usualColumns,
} from '../../frame/list-columns';
import type { ColumnId } from '../../frame/list-columns';
import { preferenceStore } from '../../frame/preferences';
import { columnsDialog as text } from '../../text/en/columns';

export interface ColumnDraft {
  readonly displayed: readonly ColumnId[];
  /** Null when every column is displayed. */
  readonly chosenAvailable: ColumnId | null;
  readonly chosenDisplayed: ColumnId;
}

/** The draft with these columns; choices that have left their list go to its first column. */
function settled(displayed: readonly ColumnId[], wanted: Partial<ColumnDraft> = {}): ColumnDraft {
  const available = availableColumns(displayed);
  return {
    displayed,
    chosenAvailable: available.find((id) => id === wanted.chosenAvailable) ?? available[0] ?? null,
    chosenDisplayed: displayed.find((id) => id === wanted.chosenDisplayed) ?? 'name',
  };
}

/** Displays the chosen column behind all others; the next available one is chosen then. */
export function withAdded(draft: ColumnDraft): ColumnDraft {
  const { displayed, chosenAvailable: id } = draft;
  if (id === null) return draft;
  const available = availableColumns(displayed);
  const index = available.indexOf(id);
  const next = available[index + 1] ?? available[index - 1] ?? null;
  return settled([...displayed, id], { chosenAvailable: next, chosenDisplayed: id });
}

/** Takes the chosen column away; the one that moves up into its place is chosen then. */
export function withRemoved(draft: ColumnDraft): ColumnDraft {
  const { displayed, chosenDisplayed: id } = draft;
  const index = displayed.indexOf(id);
  if (index <= 0) return draft;
  const next = displayed[index + 1] ?? displayed[index - 1];
  const rest = displayed.filter((each) => each !== id);
  return settled(rest, { chosenAvailable: id, ...(next === undefined ? {} : { chosenDisplayed: next }) });
}

/** Moves the chosen column up (-1) or down (1). */
export function withMoved(draft: ColumnDraft, step: -1 | 1): ColumnDraft {
  return { ...draft, displayed: movedColumn(draft.displayed, draft.chosenDisplayed, step) };
}

/** Why each button cannot be pressed; a button that can is missing. */
export function obstacles(draft: ColumnDraft) {
  const { displayed, chosenAvailable, chosenDisplayed } = draft;
  const first = chosenDisplayed === displayed[0];
  const move = (step: -1 | 1, reason: string): string | undefined => {
    if (canMove(displayed, chosenDisplayed, step)) return undefined;
    return first ? text.firstMoved : reason;
  };
  const usual = displayed.join() === usualColumns.join();
  return {
    add: chosenAvailable === null ? text.nothingToAdd : undefined,
    remove: first ? text.firstRemoved : undefined,
    moveUp: move(-1, text.atTop),
    moveDown: move(1, text.atBottom),
    restore: usual ? text.usualAlready : undefined,
  };
}

/** The draft of an open dialog. */
export function useColumnDraft() {
  const [draft, setDraft] = useState(() => settled(displayedColumns(preferenceStore.getState().columns)));
  return {
    draft,
    set: setDraft,
    restore: () => {
      setDraft(settled(usualColumns, draft));
    },
  };
}
