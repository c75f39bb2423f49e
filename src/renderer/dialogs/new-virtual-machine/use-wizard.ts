/** The wizard's state: the draft, the page, and what Finish does. */
import { useState } from 'react';
import type { VirtualSwitch } from '../../../shared/model/switch';
import type { Refusal } from '../../../shared/result';
import { useDraft } from '../../forms/use-draft';
import { isTicked, setTicked } from '../../frame/check-boxes';
import { execute } from '../../host/client';
import { setSelection } from '../../host/selection';
import { useHost } from '../../host/store';
import { wizard as text } from '../../text/en/wizard';
import { errorOn, firstError, goTo, pageOf, startProgress } from './wizard-steps';
import type { PageId, Progress } from './wizard-steps';
import { initWizard, refusedField, validateWizard, wizardCommands } from './wizard-value';
import type { WizardErrors, WizardValue } from './wizard-value';

export interface Wizard {
  readonly value: WizardValue;
  readonly set: (patch: Partial<WizardValue>) => void;
  readonly errors: WizardErrors;
  readonly progress: Progress;
  readonly show: (page: PageId) => void;
  readonly finish: () => void;
  /** Why Finish cannot be pressed; undefined when it can. */
  readonly obstacle: string | undefined;
  /** True while the shown page has an error: Next waits. */
  readonly blocked: boolean;
  /** The host's refusal when it is about no field of the wizard. */
  readonly unplaced: Refusal | null;
  readonly skip: boolean;
  readonly setSkip: (skip: boolean) => void;
  readonly switches: ReadonlyMap<string, VirtualSwitch>;
}

/** The host's refusal as an error of its field, beside what the console finds wrong itself. */
function withRefusal(errors: WizardErrors, refusal: Refusal | null): WizardErrors {
  const field = refusal === null ? undefined : refusedField(refusal);
  return refusal === null || field === undefined ? errors : { ...errors, [field]: refusal.message };
}

/** Runs the wizard; `close` is called once the VM exists. */
export function useWizard(close: () => void): Wizard {
  const switches = useHost((state) => state.world.switch);
  const [skip, setSkip] = useState(() => isTicked('newVirtualMachineBegin'));
  const [progress, setProgress] = useState(() => startProgress(skip));
  const draft = useDraft(initWizard());
  const { value, error } = draft;
  const found = validateWizard(value, switches);
  const wrong = firstError(found);

  function show(page: PageId): void {
    setProgress((before) => goTo(before, page));
  }

  async function finish(): Promise<void> {
    if (wrong !== undefined) return;
    const done = await draft.run(async () => {
      const answer = await execute(wizardCommands(value));
      if (answer.ok) setSelection({ node: 'host', vmIds: answer.value.ids });
      const field = answer.ok ? undefined : refusedField(answer.error);
      if (field !== undefined) show(pageOf(field));
      return answer;
    });
    if (done) close();
  }

  return {
    value,
    set(patch) {
      draft.set(patch);
    },
    errors: withRefusal(found, error),
    progress,
    show,
    finish() {
      void finish();
    },
    obstacle:
      wrong === undefined ? undefined : text.cannotFinish(text.pages[pageOf(wrong.field)], wrong.message),
    blocked: errorOn(progress.page, found) !== undefined,
    unplaced: error !== null && refusedField(error) === undefined ? error : null,
    skip,
    setSkip(wish) {
      setSkip(wish);
      setTicked('newVirtualMachineBegin', wish);
    },
    switches,
  };
}
