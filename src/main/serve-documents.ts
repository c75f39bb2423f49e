/** The requests that concern the document: new, open, save, undo, compare. */
import type { RequestInput, RequestName, RequestOutput } from '../shared/contract';
import { ok } from '../shared/result';
import type { Result } from '../shared/result';
import type { Opened } from './document/open';
import { isSameFile } from './document/same-file';
import { told } from './documents';
import type { Documents } from './documents';
import type { Engine } from './engine/engine';
import type { LongWork } from './long-work';
import type { Client } from './serve';
import type { Session } from './session';

type DocumentRequest = Extract<RequestName, `document.${string}` | `layout.${string}` | `work.${string}`>;

export type DocumentHandlers = {
  readonly [N in DocumentRequest]: (
    input: RequestInput<N>,
    client: Client,
  ) => Result<RequestOutput<N>> | Promise<Result<RequestOutput<N>>>;
};

export interface ServedDocuments {
  readonly session: Session;
  readonly documents: Documents;
  readonly work: LongWork;
  /** The host of a new document. */
  readonly newEngine: () => Engine;
  /** Tells windows that the document's state is another one. */
  readonly tell: () => void;
  /** Another document is open: windows about things of the one before end. */
  readonly onSwitch: () => void;
}

/** Puts another document in the present one's place, unless that one is being copied. */
export function switchTo(
  { session, documents, tell, onSwitch }: ServedDocuments,
  open: () => Result<Opened>,
): Result<Record<string, never>> {
  if (session.busy !== null) return { ok: false, error: session.busy };
  const opened = open();
  if (!opened.ok) return opened;
  const { document } = session;
  const left = { path: document.path, touched: document.touched };
  session.save();
  onSwitch();
  session.open(opened.value);
  documents.left(left);
  tell();
  return ok({});
}

/** Opens a file that the user has named; a refusal becomes part of the document's state. */
export function openFile(served: ServedDocuments, path: string): void {
  const { session, documents, tell } = served;
  if (isSameFile(path, session.document.path)) return;
  const switched = switchTo(served, () => documents.open(path));
  if (switched.ok) return;
  documents.refuse(path, switched.error);
  tell();
}

async function saveAs(served: ServedDocuments, client: Client): Promise<Result<{ saved: boolean }>> {
  const { session, documents, work, tell } = served;
  const path = await client.chooseTarget(documents.state(session).name);
  if (path === null) return ok({ saved: false });
  const saved = await session.standingStill(async () => {
    const task = work.begin('copy');
    try {
      return await documents.saveAs(session, path, task.report);
    } finally {
      task.end();
    }
  });
  tell();
  return saved.ok ? ok({ saved: saved.value }) : saved;
}

/** A handler for every request about documents. */
export function documentHandlers(served: ServedDocuments): DocumentHandlers {
  const { session, documents, work, tell } = served;
  return {
    'document.read': () => ok(documents.state(session)),
    'document.new': () => switchTo(served, () => ok(documents.create(served.newEngine()))),
    'document.open': async (_input, client) => {
      const path = await client.chooseDocument();
      if (path !== null) openFile(served, path);
      return ok({});
    },
    'document.openRecent': ({ number }) => {
      const path = documents.recent(number);
      if (!path.ok) return path;
      openFile(served, path.value);
      return ok({});
    },
    'document.saveAs': (_input, client) => saveAs(served, client),
    'document.recover': () => {
      let how: 'now' | 'start' | 'copy' = 'now';
      const switched = switchTo(served, () => {
        const recovered = documents.recover();
        if (!recovered.ok) return recovered;
        ({ how } = recovered.value);
        return ok(recovered.value.opened);
      });
      return switched.ok ? ok({ how }) : switched;
    },
    'document.dismiss': () => {
      documents.dismiss();
      tell();
      return ok({});
    },
    'document.undo': () => session.undo(),
    'document.redo': () => session.redo(),
    'document.reset': () => session.reset(),
    'document.steps': () => {
      const steps = session.document.journal.steps();
      return ok({ steps: steps.filter(({ step }) => step <= session.document.journal.done).map(told) });
    },
    'document.compare': async ({ left, right }, client) => {
      const needsFile = left.moment === 'file' || right.moment === 'file';
      const path = needsFile ? await client.chooseDocument() : null;
      return needsFile && path === null ? ok(null) : documents.compare(session, left, right, path);
    },
    'layout.read': ({ window }) => ok({ layout: session.document.layouts.get(window) }),
    'layout.write': ({ layout }) => {
      session.document.layouts.set(layout);
      return ok({});
    },
    'work.cancel': () => {
      work.cancel();
      return ok({});
    },
  };
}
