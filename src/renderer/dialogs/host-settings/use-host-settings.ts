/** The state of open Hyper-V Settings: the draft, the page that shows, and what is wrong with it. */
import { useState } from 'react';
import type { HostSettings } from '../../../shared/model/host-settings';
import { theHost } from '../../../shared/model/world-view';
import type { WorldView } from '../../../shared/model/world-view';
import { useDraft } from '../../forms/use-draft';
import { setPreferences, usePreferences } from '../../frame/preferences';
import { execute } from '../../host/client';
import type { HostPageId } from './host-page';
import { changesOf, noChanges, placeOf, validate } from './host-settings-draft';
import type { HostSettingsDraft, Problem, UserSettings } from './host-settings-draft';

export interface HostSettingsState {
  readonly server: HostSettings;
  readonly user: UserSettings;
  readonly setServer: (patch: Partial<HostSettings>) => void;
  readonly setUser: (patch: Partial<UserSettings>) => void;
  readonly selected: HostPageId;
  readonly select: (page: HostPageId) => void;
  /** What the host, or a look at the draft, has against the last attempt, if it concerns the page that shows. */
  readonly problem: Problem | null;
  readonly changed: boolean;
  readonly busy: boolean;
  /** Applies and closes. */
  readonly ok: () => void;
  readonly apply: () => void;
}

function useUserSettings(): UserSettings {
  const keyboard = usePreferences((preferences) => preferences.keyboard);
  const mouseReleaseKey = usePreferences((preferences) => preferences.mouseReleaseKey);
  const useEnhancedSession = usePreferences((preferences) => preferences.useEnhancedSession);
  return { keyboard, mouseReleaseKey, useEnhancedSession };
}

/** Everything the dialog does; `close` is called once what OK asked for has been accepted. */
export function useHostSettings(world: WorldView, close: () => void): HostSettingsState {
  const draft = useDraft<HostSettingsDraft>(noChanges);
  const [selected, select] = useState<HostPageId>('virtual-hard-disks');
  const [problem, setProblem] = useState<Problem | null>(null);
  const before = { server: theHost(world).settings, user: useUserSettings() };
  const { server, user } = draft.value;
  const changes = { server: changesOf(before.server, server), user: changesOf(before.user, user) };
  const asksHost = Object.keys(changes.server).length > 0;

  function change(patch: Partial<HostSettingsDraft>): void {
    draft.set(patch);
    setProblem(null);
  }

  function show(found: Problem): void {
    setProblem(found);
    select(found.page);
  }

  async function send(andClose: boolean): Promise<void> {
    const agreed = await draft.run(async () => {
      const answer = await execute([{ name: 'host.modify', input: changes.server }]);
      if (!answer.ok) {
        const place = placeOf(answer.error.field) ?? { page: selected, field: null };
        show({ ...place, message: answer.error.message });
      }
      return answer;
    });
    if (agreed) keep(andClose);
  }

  /** What is the console's own is kept once the host has agreed to its part. */
  function keep(andClose: boolean): void {
    setPreferences(changes.user);
    change(noChanges);
    if (andClose) close();
  }

  function apply(andClose: boolean): void {
    const found = validate(draft.value);
    if (found !== null) show(found);
    else if (asksHost) void send(andClose);
    else keep(andClose);
  }

  return {
    server: { ...before.server, ...server },
    user: { ...before.user, ...user },
    setServer: (patch) => change({ server: { ...server, ...patch } }),
    setUser: (patch) => change({ user: { ...user, ...patch } }),
    selected,
    select,
    problem: problem?.page === selected ? problem : null,
    changed: asksHost || Object.keys(changes.user).length > 0,
    busy: draft.busy,
    ok: () => apply(true),
    apply: () => apply(false),
  };
}
