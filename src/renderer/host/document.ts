/** What the console knows of the document, and of long work on it; `connection.ts` keeps it up to date. */
import { createStore, useStore } from 'zustand';
import type { StoreApi } from 'zustand';
import type { StreamMessage } from '../../shared/contract';
import type { DocumentState, Mishap, Work } from '../../shared/model/document';
import { request } from './client';

export interface DocumentView {
  /** Null until it has been read. */
  readonly document: DocumentState | null;
  /** Null while nothing takes long. */
  readonly work: Work | null;
  /** What has crashed, until the message has been read. */
  readonly mishap: Mishap | null;
}

export const documentStore: StoreApi<DocumentView> = createStore<DocumentView>(() => ({
  document: null,
  work: null,
  mishap: null,
}));

/** Selects from what is known of the document. */
export function useDocument<T>(select: (view: DocumentView) => T): T {
  return useStore(documentStore, select);
}

type DocumentMessage = Extract<StreamMessage, { stream: 'document.changed' | 'work' | 'mishap' }>;

/** Takes in what the host says of the document. */
export function hearOfDocument(message: DocumentMessage): void {
  if (message.stream === 'work') documentStore.setState({ work: message.work });
  else if (message.stream === 'mishap') documentStore.setState({ mishap: message.what });
  else documentStore.setState({ document: message.document });
}

/** The message about a crash has been read. */
export function dismissMishap(): void {
  documentStore.setState({ mishap: null });
}

/** Asks for the document's state; a message that comes meanwhile is newer than the answer. */
export async function readDocument(): Promise<void> {
  const { document: before } = documentStore.getState();
  const answer = await request('document.read', {});
  if (answer.ok && documentStore.getState().document === before) {
    documentStore.setState({ document: answer.value });
  }
}
