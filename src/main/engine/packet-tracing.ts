/** Follows one packet through an adapter of the world. */
import type { ModelParameters } from '../../shared/model/model-parameters';
import type { PacketTrace, PacketTraceQuestion } from '../../shared/model/packet-trace';
import type { WorldView } from '../../shared/model/world-view';
import { ok, refuse } from '../../shared/result';
import type { Result } from '../../shared/result';
import { tracePacket } from './datapath/packet-trace';
import { plantOf, sideFor } from './flows';

/** On the adapter's present path unless another is asked for; on idle hosts, to a guest beyond the wire. */
export function traceAdapter(
  world: WorldView,
  parameters: ModelParameters,
  { adapterId, direction, bytes, path: asked }: PacketTraceQuestion,
): Result<PacketTrace> {
  const adapter = world.adapter.get(adapterId);
  if (adapter === undefined) {
    return refuse(
      'adapter.notFound',
      `There is no network adapter with the ID ${adapterId}. It may have been removed.`,
      'adapterId',
    );
  }
  const path = asked ?? adapter.dataPath;
  if (path === 'none') {
    return refuse(
      'adapter.noDataPath',
      `${adapter.name} has no data path now. Connect it and start its virtual machine, or choose a path to look at.`,
      'path',
    );
  }
  const { protocol, packetBytes } = adapter.traffic;
  const traffic = { protocol, packetBytes: bytes ?? packetBytes, sendMbps: 0, receiveMbps: 0 };
  const flow = { ...sideFor(world, adapter, path), traffic };
  return ok(tracePacket(flow, direction, plantOf(world), parameters));
}
