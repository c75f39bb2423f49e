/** The state of an adapter's open property sheet: draft, tab, and what is wrong. */
import { useMemo, useState } from 'react';
import type { Nic, NicProperties } from '../../../shared/model/nic';
import { useDraft } from '../../forms/use-draft';
import { execute } from '../../host/client';
import { askForRestart } from '../../menus/nic-actions';
import { nicCommands, noChanges, placed, problemFrom, propertiesOf, validate } from './nic-draft';
import type { NicDraft, NicTab, Problem } from './nic-draft';

export interface NicSheet {
  readonly tab: NicTab;
  readonly turnTo: (tab: NicTab) => void;
  readonly properties: NicProperties;
  readonly sriovDriver: boolean;
  /** What is wrong with the last attempt, if it concerns the tab that shows. */
  readonly problem: Problem | null;
  readonly busy: boolean;
  readonly edit: (properties: Partial<NicProperties>) => void;
  readonly install: (sriovDriver: boolean) => void;
  /** Applies, after a question where the adapter restarts, and closes. */
  readonly ok: () => void;
}

/** `close` is called once the batch has been accepted, or when there is nothing to change. */
export function useNicProperties(nic: Nic, close: () => void): NicSheet {
  const draft = useDraft<NicDraft>(noChanges);
  const [tab, turnTo] = useState<NicTab>('general');
  const [problem, setProblem] = useState<Problem | null>(null);
  // One and the same object as long as nothing changes: the focus follows it.
  const here = useMemo(() => (problem?.tab === tab ? placed(nic, problem) : null), [nic, problem, tab]);
  const commands = nicCommands(nic, draft.value);

  function show(found: Problem): void {
    setProblem(found);
    turnTo(found.tab);
  }

  async function send(): Promise<void> {
    await draft.run(async () => {
      const answer = await execute(commands);
      if (answer.ok) close();
      else show(problemFrom(answer.error, tab));
      return answer;
    });
  }

  return {
    tab,
    turnTo,
    properties: propertiesOf(nic, draft.value),
    sriovDriver: draft.value.sriovDriver ?? nic.sriovDriver,
    problem: here,
    busy: draft.busy,
    edit: (properties) => {
      draft.set({ properties: { ...draft.value.properties, ...properties } });
      setProblem(null);
    },
    install: (sriovDriver) => {
      draft.set({ sriovDriver });
      setProblem(null);
    },
    ok: () => {
      const found = validate(nic, draft.value);
      if (found !== null) show(found);
      else if (commands.length === 0) close();
      else askForRestart(nic, () => void send());
    },
  };
}
