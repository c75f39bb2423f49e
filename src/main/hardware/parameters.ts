/** The figures of the cost model and the simulated durations, from assets/model. */
import latenciesData from '../../../assets/model/latencies.yaml';
import parametersData from '../../../assets/model/parameters.yaml';
import publishedData from '../../../assets/model/published.yaml';
import { plain } from '../../shared/model/marked';
import type {
  Latencies,
  LatenciesFile,
  ModelParameters,
  ModelParametersFile,
} from '../../shared/model/model-parameters';
import type { PublishedRow } from '../../shared/model/published';

let plainParameters: ModelParameters | undefined;
let plainLatencies: Latencies | undefined;

/** The cost model's figures with unit, mark and source. Tests check their shape, a start does not. */
export function markedModelParameters(): ModelParametersFile {
  return parametersData as ModelParametersFile;
}

/** The simulated durations with unit, mark and source. Tests check their shape, a start does not. */
export function markedLatencies(): LatenciesFile {
  return latenciesData as LatenciesFile;
}

/** The cost model's figures as plain numbers; units as in assets/model/parameters.yaml. */
export function modelParameters(): ModelParameters {
  plainParameters ??= plain(markedModelParameters());
  return plainParameters;
}

/** The simulated durations in milliseconds. */
export function latencies(): Latencies {
  plainLatencies ??= plain(markedLatencies());
  return plainLatencies;
}

/** Published measurements that the cost model answers for. Tests check their shape. */
export function publishedRows(): readonly PublishedRow[] {
  return publishedData as readonly PublishedRow[];
}
