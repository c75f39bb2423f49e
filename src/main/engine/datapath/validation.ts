/**
 * Asks the model for what has been published. Only what a row's publication says about its
 * hardware goes in (clock, line, interrupts, VMQ, policy layer); no parameter is set for a row.
 */
import type { ModelParameters } from '../../../shared/model/model-parameters';
import type { PublishedRow, Question } from '../../../shared/model/published';
import type { Flow, FlowRates, Offer, Plant } from './flow';
import { solve } from './solve';

/** What a row comes to. */
export interface Verdict {
  readonly row: PublishedRow;
  readonly modelled: number;
  /** From the published value, or from the nearer end of a range; 0 inside it. */
  readonly errorPercent: number;
  /** False when the row has a tolerance and the error exceeds it. */
  readonly holds: boolean;
}

/** More than anything here can carry, megabits per second. */
const flood = 400_000;
const mtu = 1500;

/** Hosts of the time of Windows Server 2008 R2 to 2012, before posted interrupts. */
const old: Plant = {
  clockMhz: 2800,
  logicalProcessors: 16,
  ports: [{ id: 'port', linkSpeedMbps: 10_000 }],
  postedInterrupts: false,
};

/** The same for measurements in which processors were the limit: the line is out of the way. */
const wide = { ports: [{ id: 'port', linkSpeedMbps: 100_000 }] };

/** AccelNet's hosts: a 40 GbE port, of which a VM may use 32 Gb/s. */
const cloud: Plant = {
  clockMhz: 2400,
  logicalProcessors: 32,
  ports: [{ id: 'port', linkSpeedMbps: 32_000 }],
};

/** Their virtual switch carries a policy layer. */
const policyLayer = true;

/**
 * One adapter that receives as much as it can; TCP with a full MTU. Nothing is merged on its way:
 * the virtual switch learned that later than the measurements were made, and those of sending say
 * themselves what they offload.
 */
function receiver(changes: Partial<Omit<Flow, 'traffic'>>, traffic: Partial<Offer> = {}): Flow {
  return {
    adapterId: 'adapter',
    vmId: 'vm',
    path: 'vmbus',
    portId: 'port',
    vmq: true,
    rootProcessors: [0],
    guestProcessors: 8,
    lso: false,
    rsc: false,
    traffic: { protocol: 'tcp', sendMbps: 0, receiveMbps: flood, packetBytes: mtu, ...traffic },
    ...changes,
  };
}

/** Answers of one model. */
class Answers {
  constructor(private readonly parameters: ModelParameters) {}

  #alone(flow: Flow, plant: Plant, parameters = this.parameters): FlowRates {
    const rates = solve([flow], plant, parameters).get(flow.adapterId);
    if (rates === undefined) throw new Error('The solver has lost a flow.');
    return rates;
  }

  /** Gb/s of IP packets: what the software rows were fitted in. */
  #packetGigabits({ send, receive }: FlowRates): number {
    return ((send.packetsPerSecond + receive.packetsPerSecond) * mtu * 8) / 1e9;
  }

  #payloadGigabits({ send, receive }: FlowRates): number {
    return (send.payloadBitsPerSecond + receive.payloadBitsPerSecond) / 1e9;
  }

  /** A ping on an idle host. */
  #ping(path: Flow['path']): FlowRates['latency'] {
    const traffic = { sendMbps: 0.001, receiveMbps: 0.001, packetBytes: 64 };
    return this.#alone(receiver({ path }, traffic), cloud).latency;
  }

  #lineRate(): number {
    const ids = Array.from({ length: 10 }, (_, index) => `port ${index}`);
    const flows = ids.map((id) => receiver({ adapterId: id, vmId: id, path: 'vf', portId: id }));
    const ports = ids.map((id) => ({ id, linkSpeedMbps: 1000 }));
    let gigabits = 0;
    for (const rates of solve(flows, { ...old, ports }, this.parameters).values()) {
      gigabits += this.#payloadGigabits(rates);
    }
    return gigabits;
  }

  /** Throughput did not grow with the VMs, so the packets cost the same; each VM adds its interrupts. */
  #costPerVm(): number {
    const cycles = (receiveMbps: number): number => {
      const rates = this.#alone(
        receiver({ path: 'vf', moderation: { limitPerSecond: 2000 } }, { receiveMbps }),
        old,
      );
      return rates.guestCyclesPerSecond + rates.hypervisorCyclesPerSecond;
    };
    return ((2 * cycles(60) - cycles(120)) / (old.clockMhz * 1e6)) * 100;
  }

  #shareOfBareMetal(): number {
    const one = receiver({ path: 'vf', guestProcessors: 1, moderation: { limitPerSecond: 48_800 } });
    const plant = { ...old, ...wide, clockMhz: 2930 };
    // Bare metal has no hypervisor to inject anything.
    const interrupts = { ...this.parameters.interrupts, virtualOld: 0 };
    const bare = this.#alone(one, plant, { ...this.parameters, interrupts });
    return (this.#alone(one, plant).receive.packetsPerSecond / bare.receive.packetsPerSecond) * 100;
  }

  #gainByLso(): number {
    const sent = (lso: boolean): number =>
      this.#alone(receiver({ guestProcessors: 1, lso }, { sendMbps: flood, receiveMbps: 0 }), {
        ...old,
        ...wide,
      }).send.packetsPerSecond;
    return sent(true) / sent(false);
  }

  of(question: Question): number {
    const { exits, interrupts, signal, copy } = this.parameters;
    const several = Array.from({ length: 8 }, (_, index) => index);
    switch (question) {
      case 'softwareWithVmq':
        return this.#packetGigabits(this.#alone(receiver({}), old));
      case 'softwareWithoutVmq':
        return this.#packetGigabits(this.#alone(receiver({ vmq: false }), old));
      case 'lineRate':
        return this.#lineRate();
      case 'costPerVm':
        return this.#costPerVm();
      case 'softwareMean':
        return this.#ping('vmbus').mean;
      case 'softwareP99':
        return this.#ping('vmbus').p99;
      case 'softwareP999':
        return this.#ping('vmbus').p999;
      case 'vfMean':
        return this.#ping('vf').mean;
      case 'vfP99':
        return this.#ping('vf').p99;
      case 'vfP999':
        return this.#ping('vf').p999;
      case 'singleSoftware':
        return this.#packetGigabits(
          this.#alone(receiver({ rootProcessors: several, policyLayer }, { connections: 1 }), cloud),
        );
      case 'eightSoftware':
        return this.#payloadGigabits(
          this.#alone(receiver({ rootProcessors: several, policyLayer }, { connections: 8 }), cloud),
        );
      case 'singleVf':
        return this.#payloadGigabits(this.#alone(receiver({ path: 'vf' }, { connections: 1 }), cloud));
      case 'singleVfRoot':
        return (
          (this.#alone(receiver({ path: 'vf' }, { connections: 1 }), cloud).rootCyclesPerSecond / 2.4e9) * 100
        );
      case 'manyVf':
        return this.#payloadGigabits(this.#alone(receiver({ path: 'vf' }, { connections: 8 }), cloud));
      case 'fileCopy': {
        const plant = { ...cloud, ports: [{ id: 'port', linkSpeedMbps: 25_000 }] };
        const copy = { connections: 4, applicationCopies: this.parameters.traffic.fileCopyCopies };
        return this.#payloadGigabits(this.#alone(receiver({ path: 'vf' }, copy), plant));
      }
      case 'shareOfBareMetal':
        return this.#shareOfBareMetal();
      case 'hypercall':
        return exits.hypercall;
      case 'exitInHypervisor':
        return exits.inHypervisor;
      case 'exitToUserSpace':
        return exits.toUserSpace;
      case 'virtualInterrupt':
        return interrupts.virtualPosted;
      case 'signalToHost':
        return signal.toHostHypercall + signal.toHostWorkerWake;
      case 'copyPerByte':
        return copy.perByte;
      case 'gainByLso':
        return this.#gainByLso();
    }
  }
}

/** Signed, in per cent of the published value or of the end of the range that is nearer. */
function errorOf(modelled: number, published: PublishedRow['published']): number {
  const target =
    'value' in published ? published.value : Math.min(Math.max(modelled, published.low), published.high);
  if (modelled === target) return 0;
  return target === 0 ? Infinity : (modelled / target - 1) * 100;
}

/** Compares the model with every row. */
export function validate(rows: readonly PublishedRow[], parameters: ModelParameters): Verdict[] {
  const answers = new Answers(parameters);
  return rows.map((row) => {
    const modelled = answers.of(row.question);
    const errorPercent = errorOf(modelled, row.published);
    const holds = row.tolerancePercent === null || Math.abs(errorPercent) <= row.tolerancePercent;
    return { row, modelled, errorPercent, holds };
  });
}
