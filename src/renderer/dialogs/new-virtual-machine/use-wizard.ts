/** The wizard's state: the draft, the page, and what Finish does. */
import { useState } from 'react';
import { theHost } from '../../../shared/model/world-view';
import type { Refusal } from '../../../shared/result';
import { useDraft } from '../../forms/use-draft';
import { isTicked, setTicked } from '../../frame/check-boxes';
import { execute } from '../../host/client';
import { setSelection } from '../../host/selection';
import { useHost } from '../../host/store';
import { wizard as text } from '../../text/en/wizard';
import { errorOn, firstError, goTo, pageOf, startProgress } from './wizard-steps';
import type { PageId, Progress } from './wizard-steps';
import { refusedField, validateWizard } from './wizard-errors';
import type { WizardErrors } from './wizard-errors';
import { initWizard, wizardCommands } from './wizard-value';
import type { WizardHost, WizardValue } from './wizard-value';

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
  readonly host: WizardHost;
}

/** The host's refusal as an error of its field, beside what the console finds wrong itself. */
function withRefusal(errors: WizardErrors, refusal: Refusal | null, value: WizardValue): WizardErrors {
  const field = refusal === null ? undefined : refusedField(refusal, value);
  return refusal === null || field === undefined ? errors : { ...errors, [field]: refusal.message };
}

/** Runs the wizard; `close` is called once the VM exists. */
export function useWizard(close: () => void): Wizard {
  const host: WizardHost = {
    settings: useHost((state) => theHost(state.world).settings),
    switches: useHost((state) => state.world.switch),
    disks: useHost((state) => state.world.disk),
  };
  const [skip, setSkip] = useState(() => isTicked('newVirtualMachineBegin'));
  const [progress, setProgress] = useState(() => startProgress(skip));
  const draft = useDraft(initWizard(host.settings));
  const { value, error } = draft;
  const found = validateWizard(value, host);
  const wrong = firstError(found);

  function show(page: PageId): void {
    setProgress((before) => goTo(before, page));
  }

  async function finish(): Promise<void> {
    if (wrong !== undefined) return;
    const done = await draft.run(async () => {
      const answer = await execute(wizardCommands(value, host));
      if (answer.ok) setSelection({ node: 'host', vmIds: answer.value.ids });
      const field = answer.ok ? undefined : refusedField(answer.error, value);
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
    errors: withRefusal(found, error, value),
    progress,
    show,
    finish() {
      void finish();
    },
    obstacle:
      wrong === undefined ? undefined : text.cannotFinish(text.pages[pageOf(wrong.field)], wrong.message),
    blocked: errorOn(progress.page, found) !== undefined,
    unplaced: error !== null && refusedField(error, value) === undefined ? error : null,
    skip,
    setSkip(wish) {
      setSkip(wish);
      setTicked('newVirtualMachineBegin', wish);
    },
    host,
  };
}
