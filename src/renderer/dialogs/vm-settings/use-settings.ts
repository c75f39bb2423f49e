/** The state of an open Settings dialog: the draft, the page that shows, and what is wrong with it. */
import { useState } from 'react';
import type { AdapterKind } from '../../../shared/model/adapter';
import type { Vm } from '../../../shared/model/vm';
import type { WorldView } from '../../../shared/model/world-view';
import { useDraft } from '../../forms/use-draft';
import { execute } from '../../host/client';
import { accelerationPageOf, problemFrom, settingsSteps } from './settings-commands';
import type { Step } from './settings-commands';
import {
  adapterPages,
  namePage,
  noChanges,
  pageOf,
  validate,
  withEdit,
  withNewAdapter,
  withoutAdapter,
} from './settings-draft';
import type { AdapterPage, AdapterValue, Problem, SettingsDraft } from './settings-draft';
import { addHardwarePage } from './settings-tree';

/** Which page shows. */
export type Shown =
  | { readonly kind: 'add' }
  | { readonly kind: 'name' }
  | { readonly kind: 'adapter' | 'acceleration'; readonly page: AdapterPage };

/** The page with this id; the page to add devices stands in for one that has gone. */
export function shownPage(pages: readonly AdapterPage[], selected: string): Shown {
  if (selected === namePage) return { kind: 'name' };
  for (const page of pages) {
    if (page.id === selected) return { kind: 'adapter', page };
    if (accelerationPageOf(page.id) === selected) return { kind: 'acceleration', page };
  }
  return { kind: 'add' };
}

/** The id that `shownPage` would answer for. */
export function idOfShown(shown: Shown): string {
  if (shown.kind === 'adapter') return shown.page.id;
  if (shown.kind === 'acceleration') return accelerationPageOf(shown.page.id);
  return shown.kind === 'name' ? namePage : addHardwarePage;
}

/** After an addition its page is the new adapter's, whose id the host has just told. */
function pageAfter(selected: string, steps: readonly Step[], ids: readonly string[]): string {
  const index = steps.findIndex(({ page }) => selected === page || selected === accelerationPageOf(page));
  const id = ids[index];
  if (id === undefined || steps[index]?.command.name !== 'adapter.add') return selected;
  return selected === steps[index].page ? pageOf(id) : accelerationPageOf(pageOf(id));
}

export interface Settings {
  readonly pages: readonly AdapterPage[];
  readonly shown: Shown;
  readonly select: (pageId: string) => void;
  readonly name: string;
  /** What the host, or a look at the draft, has against the last attempt, if it concerns the page that shows. */
  readonly problem: Problem | null;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly rename: (name: string) => void;
  readonly add: (kind: AdapterKind) => void;
  readonly edit: (page: AdapterPage, patch: Partial<AdapterValue>) => void;
  readonly remove: (page: AdapterPage) => void;
  /** Applies and closes. */
  readonly ok: () => void;
  readonly apply: () => void;
}

/** A problem of a page that has gone shows on the page that stands in for it. */
function problemHere(problem: Problem | null, selected: string, shown: Shown): Problem | null {
  if (problem?.page !== selected) return null;
  return idOfShown(shown) === selected ? problem : { ...problem, field: null };
}

/** Everything the dialog does. `close` is called once a batch asked for by OK has been accepted. */
export function useSettings(world: WorldView, vm: Vm, close: () => void): Settings {
  const draft = useDraft<SettingsDraft>(noChanges);
  const [selected, setSelected] = useState(addHardwarePage);
  const [problem, setProblem] = useState<Problem | null>(null);
  const pages = adapterPages(world, vm.id, draft.value);
  const shown = shownPage(pages, selected);
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
    const found = validate(draft.value);
    if (found !== null) show(found);
    else if (steps.length > 0) void send(andClose);
    else if (andClose) close();
  }

  return {
    pages,
    shown,
    select: setSelected,
    name: draft.value.name ?? vm.name,
    problem: problemHere(problem, selected, shown),
    changed: steps.length > 0,
    busy: draft.busy,
    rename: (name) => {
      change({ ...draft.value, name });
    },
    add: (kind) => {
      const added = withNewAdapter(draft.value, kind);
      change(added.draft);
      setSelected(added.page);
    },
    edit: (page, patch) => {
      change(withEdit(draft.value, page, patch));
    },
    remove: (page) => {
      change(withoutAdapter(draft.value, page));
      setSelected(addHardwarePage);
    },
    ok: () => apply(true),
    apply: () => apply(false),
  };
}
