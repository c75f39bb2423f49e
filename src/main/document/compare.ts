/** Two states of a host, compared member by member. */
import type { Comparison, Difference } from '../../shared/model/document';
import { kinds } from '../../shared/model/world-view';
import type { Row } from './row';

/** More than anybody reads; a host of another origin differs in everything. */
const mostListed = 2000;

type Entity = Readonly<Record<string, unknown>>;

/** Text of a value as a person reads it. */
function shown(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isObject(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* members(left: unknown, right: unknown, path: string): Generator<[string, unknown, unknown]> {
  if (JSON.stringify(left) === JSON.stringify(right)) return;
  if (!isObject(left) || !isObject(right)) {
    yield [path, left, right];
    return;
  }
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    yield* members(left[key], right[key], path === '' ? key : `${path}.${key}`);
  }
}

/** What people call an entity, whatever its kind has for a name; what belongs to a VM is named after it too. */
function fullName(entity: Entity, vms: ReadonlyMap<string, Entity>): string {
  const vm = vms.get(String(entity['vmId']));
  return vm === undefined ? nameOf(entity) : `${nameOf(vm)}: ${nameOf(entity)}`;
}

function nameOf(entity: Entity): string {
  for (const member of ['name', 'interfaceDescription', 'computerName', 'processorName', 'path']) {
    const name = entity[member];
    if (typeof name === 'string' && name !== '') return name;
  }
  return String(entity['id']);
}

function entitiesOf(rows: readonly Row[], kind: string): Map<string, Entity> {
  const some = rows.filter((row) => row.kind === kind).sort((left, right) => left.place - right.place);
  return new Map(some.map(({ id, value }) => [id, JSON.parse(String(value)) as Entity]));
}

function* differencesOf(left: readonly Row[], right: readonly Row[]): Generator<Difference> {
  const vms = new Map([...entitiesOf(left, 'vm'), ...entitiesOf(right, 'vm')]);
  for (const kind of kinds) {
    const before = entitiesOf(left, kind);
    const after = entitiesOf(right, kind);
    for (const id of new Set([...before.keys(), ...after.keys()])) {
      const [was, is] = [before.get(id), after.get(id)];
      const named = is ?? was;
      if (named === undefined) continue;
      const about = { kind, id, name: fullName(named, vms) };
      if (was === undefined || is === undefined) {
        yield {
          ...about,
          member: '',
          left: was === undefined ? null : nameOf(was),
          right: is === undefined ? null : nameOf(is),
        };
        continue;
      }
      for (const [member, one, other] of members(was, is, '')) {
        yield { ...about, member, left: shown(one), right: shown(other) };
      }
    }
  }
}

/** What differs between two states, entity by entity in the order of the kinds. */
export function compare(left: readonly Row[], right: readonly Row[]): Omit<Comparison, 'file'> {
  const differences: Difference[] = [];
  let more = 0;
  for (const difference of differencesOf(left, right)) {
    if (differences.length < mostListed) differences.push(difference);
    else more += 1;
  }
  return { differences, more };
}
