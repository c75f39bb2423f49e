/**
 * The data paths as a fluid: constant offered loads share links and processors; the answer is what
 * each virtual adapter carries and what that costs, per second, in the steady state.
 */
import type { ModelParameters } from '../../../shared/model/model-parameters';
import { fill } from './fill';
import { Course } from './course';
import type { AdapterEnd, Flow, FlowRates, Plant } from './flow';
import type { FlowFill } from './filling';
import { Latencies } from './latency';
import { PathCosts } from './path-cost';
import { regulate } from './processor-shares';
import type { Resource } from './resource';
import { Resources } from './resources';

export type { DirectionRates, EndRates, Flow, FlowLimit, FlowPath, FlowPeer, FlowRates, Plant } from './flow';

/** Rounds in which closed loops and the latency that they wait for settle on each other. */
const closedLoopRounds = 12;
/** A closed loop that changes by less has settled. */
const settled = 1e-4;
/** VMs that are gone leave resources behind; beyond so many per flow all are made anew. */
const resourcesPerFlow = 4;

/**
 * Solves again and again, and keeps what did not change in between. What it keeps is never more
 * than a shortcut: every answer is the one that a new solver would give, to the last bit.
 */
export class DataPaths {
  #plantKey = '';
  #plant: Plant | undefined;
  #costs: PathCosts;
  #resources: Resources;
  #latencies: Latencies;
  /** By adapter id. */
  #courses = new Map<string, Course>();
  /** The same in the order of the ids. */
  #order: Course[] = [];
  #round = 0;
  /** VMs' processors that may not serve all they could. */
  #restricted: readonly Resource[] = [];

  constructor(private readonly parameters: ModelParameters) {
    const nowhere: Plant = { clockMhz: 1, logicalProcessors: 1, ports: [] };
    this.#costs = new PathCosts(nowhere, parameters);
    this.#resources = new Resources(nowhere, 1);
    this.#latencies = new Latencies(nowhere, parameters);
  }

  /**
   * Shares the plant among the flows, max-min fair in payload bits per second and direction; one
   * flow per adapter. The answer is in the order of the adapter ids and does not depend on the
   * order of `flows`. What has not changed since the last answer is the same object as then.
   * Throws when a flow names a port or a root processor that the plant lacks.
   */
  solve(flows: Iterable<Flow>, plant: Plant): ReadonlyMap<string, FlowRates> {
    this.#work(flows, plant);
    const rates = new Map<string, FlowRates>();
    for (const course of this.#order) rates.set(course.flow.adapterId, course.rates());
    return rates;
  }

  /** The same, told by adapter: one entry for each flow that it is at an end of. */
  solveEnds(flows: Iterable<Flow>, plant: Plant): readonly AdapterEnd[] {
    this.#work(flows, plant);
    const ends: AdapterEnd[] = [];
    for (const course of this.#order) ends.push(...course.ends());
    return ends;
  }

  #work(flows: Iterable<Flow>, plant: Plant): void {
    this.#settleOn(plant);
    this.#take([...flows]);
    this.#share();
  }

  #settleOn(plant: Plant): void {
    if (plant === this.#plant) return;
    this.#plant = plant;
    const key = JSON.stringify(plant);
    if (key === this.#plantKey) return;
    this.#plantKey = key;
    this.#costs = new PathCosts(plant, this.parameters);
    this.#latencies = new Latencies(plant, this.parameters);
    this.#forget(plant);
  }

  #forget(plant: Plant): void {
    this.#resources = new Resources(plant, this.parameters.nicSwitch.capacityOverLine);
    this.#courses = new Map();
    this.#order = [];
  }

  /** Brings the courses in line with the flows. */
  #take(flows: readonly Flow[]): void {
    const plant = this.#plant;
    if (plant !== undefined && this.#resources.privateCount > 64 + resourcesPerFlow * flows.length)
      this.#forget(plant);
    let moved = flows.length !== this.#order.length;
    const courses = moved ? new Map<string, Course>() : this.#courses;
    for (const flow of flows) {
      const known = this.#courses.get(flow.adapterId);
      if (known?.flow === flow) {
        if (courses !== this.#courses) courses.set(flow.adapterId, known);
        continue;
      }
      if (known?.follow(flow) === true) {
        if (courses !== this.#courses) courses.set(flow.adapterId, known);
        continue;
      }
      // The order must be made anew: the old one holds the old course.
      moved = true;
      courses.set(flow.adapterId, new Course(flow, this.#costs, this.#resources, this.parameters));
    }
    if (!moved) return;
    if (courses === this.#courses && courses.size !== flows.length) {
      // As many as before, but not the same ones.
      const present = new Set(flows.map((flow) => flow.adapterId));
      for (const id of courses.keys()) if (!present.has(id)) courses.delete(id);
    }
    this.#courses = courses;
    this.#order = [...courses.values()].sort(byAdapter);
  }

  #share(): void {
    const loops = this.#order.filter((course) => course.flow.traffic.closedLoop !== undefined);
    for (const loop of loops) loop.beginLoop(this.#latencies);
    this.#fill();
    for (let round = 0; loops.length > 0 && round < closedLoopRounds; round++) {
      const paces = loops.map((loop) => loop.nextPace());
      if (loops.every((loop, index) => loop.changeTo(paces[index] ?? 0) < settled)) break;
      loops.forEach((loop, index) => {
        loop.pace(paces[index] ?? 0);
      });
      this.#fill();
    }
    // Nobody asks for more than is answered: where a resource has run out, that decides and not the latency.
    const held = loops.filter((loop) => loop.changeTo(loop.carried) >= settled);
    for (const loop of held) loop.pace(loop.carried);
    if (held.length > 0) this.#fill();
  }

  #fill(): void {
    const fills = this.#order.map((course) => course.fill);
    const fillOnce = (): void => {
      this.#round += 1;
      fill(fills, this.#round);
    };
    for (const guest of this.#restricted) guest.lift();
    this.#restricted = [];
    fillOnce();
    const { host } = this.#resources;
    if (host.exhausted) {
      this.#restricted = claimants(fills);
      if (this.#restricted.length > 1) regulate(host, this.#restricted, fillOnce);
    }
    this.#time();
  }

  /** Works out every flow's latency. */
  #time(): void {
    for (const course of this.#order) course.time(this.#latencies);
  }
}

/** The processors of every VM that claims a part of the host's, each once. */
function claimants(fills: readonly FlowFill[]): readonly Resource[] {
  const guests = new Set<Resource>();
  for (const { needs } of fills)
    for (const { resource } of needs) if (resource.claim !== undefined) guests.add(resource);
  return [...guests];
}

function byAdapter(left: Course, right: Course): number {
  return left.flow.adapterId < right.flow.adapterId ? -1 : 1;
}

/** One answer of a new solver. */
export function solve(
  flows: Iterable<Flow>,
  plant: Plant,
  parameters: ModelParameters,
): ReadonlyMap<string, FlowRates> {
  return new DataPaths(parameters).solve(flows, plant);
}
