/** The requests that concern texts of lspci: what one holds, and a host on it. */
import type { LspciSummary, RequestInput, RequestName, RequestOutput } from '../shared/contract';
import { ok } from '../shared/result';
import type { Result } from '../shared/result';
import type { Opened } from './document/open';
import type { Engine, Hardware } from './engine/engine';
import { lspciHost, lspciSummary } from './hosts/lspci-host';
import { part } from './interop/lspci/portions';
import { printLspci } from './interop/lspci/print-lspci';
import type { Client } from './serve';
import { switchTo } from './serve-documents';
import type { ServedDocuments } from './serve-documents';

type LspciRequest = Extract<RequestName, `lspci.${string}`>;

export type LspciHandlers = {
  readonly [N in LspciRequest]: (
    input: RequestInput<N>,
    client: Client,
  ) => Result<RequestOutput<N>> | Promise<Result<RequestOutput<N>>>;
};

export interface ServedLspci extends ServedDocuments {
  /** A host that has just been switched on; the present one is not touched. */
  readonly engineOn: (hardware: Hardware) => Engine;
}

/** Share of the work that building the host is; writing its document is the rest. */
const reading = 0.8;

/** Characters of a file that the page shows for correction even though they are no lspci text. */
const longestShown = 8 * 1024 * 1024;

/** Reads in sight; null when the user does not want to wait for it. */
async function summaryOf({ session, work }: ServedLspci, text: string): Promise<Result<LspciSummary | null>> {
  // It would end the work that keeps the session busy.
  if (session.busy !== null) return { ok: false, error: session.busy };
  const hardware = await work.run('read', lspciHost(text));
  if (hardware === null) return ok(null);
  return hardware.ok ? ok(lspciSummary(hardware.value)) : hardware;
}

/** A long text goes into the page only if a host can be built on it: noise would choke the text box. */
async function browse(served: ServedLspci, client: Client): Promise<Result<RequestOutput<'lspci.browse'>>> {
  const chosen = await client.browse();
  if (!chosen.ok) return chosen;
  if (chosen.value === null) return ok(null);
  const { name, text } = chosen.value;
  if (text.length <= longestShown) return ok({ name, text, summary: null });
  const summary = await summaryOf(served, text);
  if (!summary.ok) return summary;
  return ok(summary.value === null ? null : { name, text, summary: summary.value });
}

/** The document of a host on the text, in portions; one that is left is nowhere. */
function* documentOn(
  { documents, engineOn }: ServedLspci,
  text: string,
): Generator<number, Result<Opened>, void> {
  const hardware = yield* part(lspciHost(text), 0, reading);
  return hardware.ok ? ok(yield* part(documents.creating(engineOn(hardware.value)), reading, 1)) : hardware;
}

/** The present host waits as it is: it stays so when the user cancels. */
async function newHost(served: ServedLspci, text: string): Promise<Result<{ created: boolean }>> {
  const { session, work } = served;
  const created = await session.standingStill<Opened | null>(
    async () => (await work.run('create', documentOn(served, text))) ?? ok(null),
  );
  if (!created.ok) return created;
  const { value } = created;
  if (value === null) return ok({ created: false });
  const switched = switchTo(served, () => ok(value));
  return switched.ok ? ok({ created: true }) : switched;
}

/** A handler for every request about texts of lspci. */
export function lspciHandlers(served: ServedLspci): LspciHandlers {
  return {
    'lspci.preview': ({ text }) => summaryOf(served, text),
    'lspci.newHost': ({ text }) => newHost(served, text),
    'lspci.export': () => ok({ text: printLspci(served.session.engine) }),
    'lspci.browse': (_input, client) => browse(served, client),
  };
}
