/** From the draft to one batch of commands, and from the batch's refusal back to a page. */
import type { Command } from '../../../shared/contract';
import type { VirtualSwitch } from '../../../shared/model/switch';
import type { WorldView } from '../../../shared/model/world-view';
import type { Refusal } from '../../../shared/result';
import { pageOf, switchPages } from './switch-draft';
import type { ManagerDraft, Problem, SwitchField, SwitchPage, SwitchValue } from './switch-draft';

/** One command and the page that it comes from. */
export interface Step {
  readonly page: string;
  readonly command: Command;
}

type Modify = Extract<Command, { name: 'switch.modify' }>['input'];

/** The value as the host would keep it: a name without blanks around it, an adapter for external switches only. */
function settled(value: SwitchValue): SwitchValue {
  const nicId = value.type === 'External' ? value.nicId : null;
  return { ...value, name: value.name.trim(), nicId };
}

function creation(page: SwitchPage): Step {
  const { name, notes, type, nicId, allowManagementOs, iovEnabled } = settled(page.value);
  const connection = type === 'External' ? { nicId, allowManagementOs, iovEnabled } : {};
  return { page: page.id, command: { name: 'switch.create', input: { name, notes, type, ...connection } } };
}

function changed(before: VirtualSwitch, value: SwitchValue): Omit<Modify, 'id'> {
  const { name, notes, type, nicId, allowManagementOs } = settled(value);
  return {
    ...(name === before.name ? {} : { name }),
    ...(notes === before.notes ? {} : { notes }),
    ...(type === before.type ? {} : { type }),
    ...(nicId === before.nicId ? {} : { nicId }),
    ...(type !== 'External' || allowManagementOs === before.allowManagementOs ? {} : { allowManagementOs }),
  };
}

function modifications(
  pages: readonly SwitchPage[],
): { page: string; input: Modify; holds: string | null }[] {
  return pages.flatMap(({ id, before, value }) => {
    if (before === null) return [];
    const members = changed(before, value);
    if (Object.keys(members).length === 0) return [];
    return [{ page: id, input: { id: before.id, ...members }, holds: before.nicId }];
  });
}

/**
 * Puts a change that takes an adapter behind the change that gives it up, because the host does
 * the commands one after the other. Two switches that exchange their adapters have no such order;
 * the host refuses them.
 */
function inOrder(pages: readonly SwitchPage[]): Step[] {
  const waiting = modifications(pages);
  const steps: Step[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex(
      (each) =>
        each.input.nicId == null ||
        !waiting.some((other) => other !== each && other.holds === each.input.nicId),
    );
    for (const { page, input } of waiting.splice(Math.max(0, free), 1)) {
      steps.push({ page, command: { name: 'switch.modify', input } });
    }
  }
  return steps;
}

/** The batch that makes the draft true: removals first, as they set adapters free; empty if nothing changed. */
export function switchSteps(world: Pick<WorldView, 'switch'>, draft: ManagerDraft): readonly Step[] {
  const pages = switchPages(world, draft);
  const removals = [...world.switch.keys()]
    .filter((id) => draft.removed.includes(pageOf(id)))
    .map((id): Step => ({ page: pageOf(id), command: { name: 'switch.remove', input: { id } } }));
  const creations = pages.filter((page) => page.before === null).map(creation);
  return [...removals, ...inOrder(pages), ...creations];
}

/** True when the batch touches a physical adapter: its binding, its sharing, or its switch's existence. */
export function disruptsNetwork(world: Pick<WorldView, 'switch'>, steps: readonly Step[]): boolean {
  return steps.some(({ command }) => {
    if (command.name === 'switch.create') return command.input.type === 'External';
    if (command.name === 'switch.remove') return world.switch.get(command.input.id)?.type === 'External';
    if (command.name !== 'switch.modify') return false;
    const { type, nicId, allowManagementOs } = command.input;
    return type !== undefined || nicId !== undefined || allowManagementOs !== undefined;
  });
}

const fields: readonly SwitchField[] = ['name', 'notes', 'type', 'nicId', 'allowManagementOs', 'iovEnabled'];

/** Where a refusal of the batch belongs: `commands.<index>.input.<member>` names command and field. */
export function problemFrom(error: Refusal, steps: readonly Step[]): Problem | null {
  const [, index, , member] = error.field?.split('.') ?? [];
  const step = steps[Number(index)];
  if (step === undefined) return null;
  const field = fields.find((each) => each === member) ?? null;
  return { page: step.page, field, message: error.message };
}
