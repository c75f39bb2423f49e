/** The state of an open Settings dialog: the draft, the page that shows, and what is wrong with it. */
import { useState } from 'react';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import { useDraft } from '../../forms/use-draft';
import { execute } from '../../host/client';
import { addHardwarePageId } from './add-hardware/add-hardware-page';
import { pageOf } from './network-adapter/adapter-draft';
import { problemFrom, settingsSteps, validate } from './settings-commands';
import { noChanges } from './settings-draft';
import type { Problem, SettingsDraft, Step } from './settings-draft';
import type { PageActions, SettingsPage } from './settings-page';
import { pageWith, settingsPages } from './settings-pages';
import type { SettingsGroup } from './settings-pages';
import { drivePageOf } from './storage/storage-draft';

/** The page of a device that a command has just added; the host has told its id. */
function addedPage({ command }: Step, id: string): string | null {
  if (command.name === 'adapter.add') return pageOf(id);
  return command.name === 'vm.addDrive' ? drivePageOf(id) : null;
}

/** After an addition its page, or the child of it that shows, is the new device's. */
function pageAfter(selected: string, steps: readonly Step[], ids: readonly string[]): string {
  const index = steps.findIndex(({ page }) => selected === page || selected.startsWith(`${page}/`));
  const step = steps[index];
  const id = ids[index];
  if (id === undefined || step === undefined) return selected;
  const page = addedPage(step, id);
  return page === null ? selected : page + selected.slice(step.page.length);
}

export interface Settings extends PageActions {
  readonly groups: readonly SettingsGroup[];
  readonly shown: SettingsPage;
  /** What the host, or a look at the draft, has against the last attempt, if it concerns the page that shows. */
  readonly problem: Problem | null;
  readonly changed: boolean;
  readonly busy: boolean;
  /** Applies and closes. */
  readonly ok: () => void;
  readonly apply: () => void;
}

/** A problem of a page that has gone shows on the page that stands in for it. */
function problemHere(problem: Problem | null, selected: string, shown: SettingsPage): Problem | null {
  if (problem?.page !== selected) return null;
  return shown.id === selected ? problem : { ...problem, field: null };
}

/** The page to add devices stands in for one that has gone. */
function shownPage(groups: readonly SettingsGroup[], selected: string): SettingsPage {
  const shown = pageWith(groups, selected) ?? pageWith(groups, addHardwarePageId);
  if (shown === undefined) throw new Error('The dialog has no first page.');
  return shown;
}

/** Everything the dialog does. `close` is called once a batch asked for by OK has been accepted. */
export function useSettings(world: WorldView, vm: Vm, close: () => void): Settings {
  const draft = useDraft<SettingsDraft>(noChanges);
  const [selected, setSelected] = useState(addHardwarePageId);
  const [problem, setProblem] = useState<Problem | null>(null);
  const groups = settingsPages(world, vm, draft.value);
  const shown = shownPage(groups, selected);
  const steps = settingsSteps(world, vm, draft.value);

  function change(next: SettingsDraft): void {
    draft.set(next);
    setProblem(null);
  }

  function show(found: Problem): void {
    setProblem(found);
    setSelected(found.page);
  }

  async function send(andClose: boolean): Promise<void> {
    await draft.run(async () => {
      const answer = await execute(steps.map((step) => step.command));
      if (answer.ok) {
        setSelected((now) => pageAfter(now, steps, answer.value.ids));
        change(noChanges);
        if (andClose) close();
      } else {
        const found = problemFrom(answer.error, steps);
        const where = found ?? { page: selected, field: null, message: answer.error.message };
        // A page that is to be removed does not show: bring it back, to say there why it stays.
        draft.set({ removed: draft.value.removed.filter((id) => id !== where.page) });
        show(where);
      }
      return answer;
    });
  }

  function apply(andClose: boolean): void {
    const found = validate(world, vm, draft.value);
    if (found !== null) show(found);
    else if (steps.length > 0) void send(andClose);
    else if (andClose) close();
  }

  return {
    groups,
    shown,
    select: setSelected,
    problem: problemHere(problem, selected, shown),
    changed: steps.length > 0,
    busy: draft.busy,
    change,
    ok: () => apply(true),
    apply: () => apply(false),
  };
}
