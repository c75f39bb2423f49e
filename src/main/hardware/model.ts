/** Everything an engine works with that is data of the program: cost model, durations, NIC models. */
import type { Model } from '../engine/engine';
import { nicCatalogue } from './catalogue';
import { latencies, modelParameters } from './parameters';

/** The program's own figures and NIC models. */
export function programModel(): Model {
  return { parameters: modelParameters(), latencies: latencies(), nicCatalogue: nicCatalogue() };
}
