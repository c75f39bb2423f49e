/** The state of the open Virtual Switch Manager: the draft, the page that shows, and what is wrong with it. */
import { useState } from 'react';
import type { SwitchType } from '../../../shared/model/switch';
import type { WorldView } from '../../../shared/model/world-view';
import { execute } from '../../host/client';
import { useDraft } from '../../forms/use-draft';
import { isTicked } from '../../frame/check-boxes';
import { disruptsNetwork, problemFrom, switchSteps } from './switch-commands';
import type { Step } from './switch-commands';
import { hostRange, macRangePage, rangeProblem } from './mac-range';
import type { MacRange } from './mac-range';
import {
  extensionsPageOf,
  noChanges,
  pageOf,
  switchPages,
  validate,
  withEdit,
  withNewSwitch,
  withoutSwitch,
} from './switch-draft';
import type { ManagerDraft, Problem, SwitchPage, SwitchValue } from './switch-draft';
import { newSwitchPage } from './switch-tree';

/** What the draft comes to, and which part of it shows. */
interface View {
  readonly pages: readonly SwitchPage[];
  /** The switch whose page shows; null on the other two pages. */
  readonly page: SwitchPage | null;
  /** Id of the page that shows. */
  readonly shown: string;
  readonly macRange: MacRange;
}

export interface Manager extends View {
  readonly select: (pageId: string) => void;
  /** What the host, or a look at the draft, has against the last attempt, if it concerns the page that shows. */
  readonly problem: Problem | null;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly create: (type: SwitchType) => void;
  readonly edit: (patch: Partial<SwitchValue>) => void;
  readonly remove: () => void;
  readonly setMacRange: (range: MacRange) => void;
  /** Applies and closes. */
  readonly ok: () => void;
  readonly apply: () => void;
}

/** After a creation its page is the new switch's, whose id the host has just told. */
function pageAfter(selected: string, steps: readonly Step[], ids: readonly string[]): string {
  const index = steps.findIndex(({ page }) => selected === page || selected === extensionsPageOf(page));
  const step = steps[index];
  const id = ids[index];
  if (id === undefined || step?.command.name !== 'switch.create') return selected;
  return pageOf(id) + selected.slice(step.page.length);
}

/** The page to create switches stands in for one that has gone. */
function viewOf(world: WorldView, draft: ManagerDraft, selected: string): View {
  const pages = switchPages(world, draft);
  const page = pages.find(({ id }) => selected === id || selected === extensionsPageOf(id)) ?? null;
  const shown = page !== null || selected === macRangePage ? selected : newSwitchPage;
  return { pages, page, shown, macRange: draft.macRange ?? hostRange(world) };
}

/** A problem of a page that has gone, or is to go, shows on the page that stands in for it. */
function problemHere(problem: Problem | null, selected: string, shown: string): Problem | null {
  if (problem?.page !== selected) return null;
  return shown === selected ? problem : { ...problem, field: null };
}

/**
 * Everything the dialog does. `close` is called once a batch asked for by OK has been accepted;
 * `ask` is given what is to happen if the user agrees to networking changes.
 */
export function useManager(world: WorldView, close: () => void, ask: (go: () => void) => void): Manager {
  const draft = useDraft<ManagerDraft>(noChanges);
  const [selected, setSelected] = useState(newSwitchPage);
  const [problem, setProblem] = useState<Problem | null>(null);
  const view = viewOf(world, draft.value, selected);
  const { pages, page, macRange } = view;
  const steps = switchSteps(world, draft.value);

  function change(next: ManagerDraft): void {
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
        show(found ?? { page: selected, field: null, message: answer.error.message });
      }
      return answer;
    });
  }

  function apply(andClose: boolean): void {
    const found = validate(pages) ?? rangeProblem(macRange);
    const go = (): void => void send(andClose);
    if (found !== null) show(found);
    else if (steps.length === 0) {
      if (andClose) close();
    } else if (!isTicked('applyNetworkingChanges') && disruptsNetwork(world, steps)) ask(go);
    else go();
  }

  return {
    ...view,
    select: setSelected,
    problem: problemHere(problem, selected, view.shown),
    changed: steps.length > 0,
    busy: draft.busy,
    create: (type) => {
      const added = withNewSwitch(world, draft.value, type);
      change(added.draft);
      setSelected(added.page);
    },
    edit: (patch) => {
      if (page !== null) change(withEdit(world, draft.value, page, patch));
    },
    remove: () => {
      if (page === null) return;
      change(withoutSwitch(draft.value, page));
      setSelected(newSwitchPage);
    },
    setMacRange: (range) => {
      change({ ...draft.value, macRange: range });
    },
    ok: () => apply(true),
    apply: () => apply(false),
  };
}
