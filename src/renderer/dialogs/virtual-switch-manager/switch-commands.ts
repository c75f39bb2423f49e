/** From the draft to one batch of commands, and from the batch's refusal back to a page. */
import type { Command } from '../../../shared/contract';
import type { VirtualSwitch } from '../../../shared/model/switch';
import { switchExtensions } from '../../../shared/model/switch-extensions';
import type { WorldView } from '../../../shared/model/world-view';
import type { Refusal } from '../../../shared/result';
import { hostRange, macRangePage } from './mac-range';
import { extensionsPageOf, pageOf, sharesWithHost, switchPages, valueOf } from './switch-draft';
import type { ManagerDraft, Problem, SwitchField, SwitchPage, SwitchValue } from './switch-draft';

/** One command and the page that it comes from. */
export interface Step {
  readonly page: string;
  readonly command: Command;
}

type Modify = Extract<Command, { name: 'switch.modify' }>['input'];

/** The value as the host would keep it: a name without blanks around it, an adapter for external switches only. */
function settled(value: SwitchValue) {
  const { name, notes, type, captureExtension, filteringExtension, forwardingExtension } = value;
  const external = type === 'External';
  return {
    ...{ name: name.trim(), notes, type, captureExtension, filteringExtension, forwardingExtension },
    nicId: external ? value.nicId : null,
    // The other types leave no choice.
    allowManagementOs: external ? value.allowManagementOs : type === 'Internal',
    managementVlanId: value.vlan && sharesWithHost(value) ? value.vlanId : null,
  };
}

function creation({ id: page, value }: SwitchPage): Step {
  const iovEnabled = value.type === 'External' && value.iovEnabled;
  return { page, command: { name: 'switch.create', input: { ...settled(value), iovEnabled } } };
}

function changed(before: VirtualSwitch, value: SwitchValue): Omit<Modify, 'id'> {
  const known: Readonly<Record<string, unknown>> = settled(valueOf(before));
  const members = Object.entries(settled(value)).filter(([name, each]) => each !== known[name]);
  return Object.fromEntries(members);
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

function rangeSteps(world: Pick<WorldView, 'host'>, { macRange }: ManagerDraft): Step[] {
  const known = hostRange(world);
  if (macRange === null || (macRange.minimum === known.minimum && macRange.maximum === known.maximum)) {
    return [];
  }
  const [minimum, maximum] = [macRange.minimum, macRange.maximum].map((pairs) => pairs.replaceAll('-', ''));
  const input = { minimum: minimum ?? '', maximum: maximum ?? '' };
  return [{ page: macRangePage, command: { name: 'host.setMacAddressRange', input } }];
}

/** The batch that makes the draft true: removals first, as they set adapters free; empty if nothing changed. */
export function switchSteps(world: Pick<WorldView, 'switch' | 'host'>, draft: ManagerDraft): readonly Step[] {
  const pages = switchPages(world, draft);
  const removals = [...world.switch.keys()]
    .filter((id) => draft.removed.includes(pageOf(id)))
    .map((id): Step => ({ page: pageOf(id), command: { name: 'switch.remove', input: { id } } }));
  const creations = pages.filter((page) => page.before === null).map(creation);
  return [...removals, ...inOrder(pages), ...creations, ...rangeSteps(world, draft)];
}

/** True when the batch touches a physical adapter: its binding, its sharing, or its switch's existence. */
export function disruptsNetwork(world: Pick<WorldView, 'switch'>, steps: readonly Step[]): boolean {
  return steps.some(({ command }) => {
    if (command.name === 'switch.create') return command.input.type === 'External';
    if (command.name === 'switch.remove') return world.switch.get(command.input.id)?.type === 'External';
    if (command.name !== 'switch.modify') return false;
    const { id, type, nicId, allowManagementOs, managementVlanId } = command.input;
    if (managementVlanId !== undefined && world.switch.get(id)?.type === 'External') return true;
    return type !== undefined || nicId !== undefined || allowManagementOs !== undefined;
  });
}

const fields: readonly SwitchField[] = [
  'name',
  'notes',
  'type',
  'nicId',
  'allowManagementOs',
  'iovEnabled',
  ...switchExtensions.map(({ setting }) => setting),
  'minimum',
  'maximum',
];

/** Where a refusal of the batch belongs: `commands.<index>.input.<member>` names command and field. */
export function problemFrom(error: Refusal, steps: readonly Step[]): Problem | null {
  const [, index, , member] = error.field?.split('.') ?? [];
  const step = steps[Number(index)];
  if (step === undefined) return null;
  const field = member === 'managementVlanId' ? 'vlanId' : (fields.find((each) => each === member) ?? null);
  const extension = switchExtensions.some(({ setting }) => setting === field);
  return { page: extension ? extensionsPageOf(step.page) : step.page, field, message: error.message };
}
