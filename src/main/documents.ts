/**
 * Which document is open, and the ways to another one: new, opened, saved elsewhere, recovered. A
 * document without a name of the user's is a file like any other, in the program's own folder.
 */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { documentEnding } from '../shared/host-port';
import type { Comparison, ComparedMoment, DocumentState, DocumentStep } from '../shared/model/document';
import { ok, refuse } from '../shared/result';
import type { Refusal, Result } from '../shared/result';
import { compare } from './document/compare';
import { inMemory, isLocked } from './document/connect';
import type { Belongings } from './document/create';
import { HostDocument } from './document/document';
import { cannotRead, cannotWrite, locked } from './document/fault';
import type { Step } from './document/journal';
import { lookInto, openDocument } from './document/open';
import type { Opened, Restore } from './document/open';
import { recoverHost } from './document/recover';
import type { Row } from './document/row';
import { isSameFile } from './document/same-file';
import type { Engine } from './engine/engine';
import { RecentList } from './recent-list';
import type { Session } from './session';

export interface DocumentsOptions {
  /** The program's own folder. */
  readonly folder: string;
  readonly restore: Restore;
  /** Wall time in ISO 8601. */
  readonly now: () => string;
}

/** A step as windows are told of it. */
export function told({ step, at, did }: Step): DocumentStep {
  if (did === null) return { step, at, commands: null, backTo: null };
  if ('backTo' in did) return { step, at, commands: null, backTo: did.backTo };
  return { step, at, commands: did.map(({ name }) => name), backTo: null };
}

function nameOf(path: string): string {
  return path === inMemory ? 'Untitled' : basename(path, documentEnding);
}

export class Documents {
  readonly #untitled: string;
  readonly #recent: RecentList;
  readonly #restore: Restore;
  readonly #now: () => string;
  /** The document that could not be opened last. */
  #refused: { readonly path: string; readonly error: Refusal } | null = null;

  constructor({ folder, restore, now }: DocumentsOptions) {
    this.#untitled = join(folder, 'untitled');
    this.#recent = new RecentList(join(folder, 'recent-documents.json'));
    this.#restore = restore;
    this.#now = now;
  }

  /** What was open last and can be opened; null when there is nothing. */
  last(): Opened | null {
    const [path] = this.#recent.paths;
    if (path === undefined) return null;
    const opened = this.open(path);
    return opened.ok ? opened.value : null;
  }

  /** Opens a document. A refusal is remembered, so that the user may recover what can be read. */
  open(path: string): Result<Opened> {
    const opened = openDocument(path, this.#restore);
    if (opened.ok) this.#recent.add(path);
    else this.refuse(path, opened.error);
    return opened;
  }

  /** A document that the user wants open cannot be; the console tells why. */
  refuse(path: string, error: Refusal): void {
    this.#refused = { path, error };
  }

  /** A new document for a host. Where none can be written it lives in memory, and says so. */
  create(engine: Engine, belongings?: Belongings): Opened {
    const making = this.creating(engine, belongings);
    for (let step = making.next(); ; step = making.next()) if (step.done === true) return step.value;
  }

  /** The same in portions, which yield the share that is done; one that is left is nowhere. */
  *creating(engine: Engine, belongings?: Belongings): Generator<number, Opened, void> {
    try {
      mkdirSync(this.#untitled, { recursive: true });
      const path = this.#freePath();
      const document = yield* HostDocument.creating(path, engine, this.#now(), belongings);
      this.#recent.add(path);
      return { document, engine };
    } catch (error) {
      const { message } = cannotWrite(this.#untitled, error).error;
      this.#refused = {
        path: inMemory,
        error: refuse('document.inMemory', `${message} This document is kept in memory only.`).error,
      };
      return { document: HostDocument.create(inMemory, engine, this.#now(), belongings), engine };
    }
  }

  /** A document of the list that the console shows. */
  recent(number: number): Result<string> {
    const path = this.#recent.paths[number];
    return path === undefined
      ? refuse('document.missing', 'The document is no longer there. It may have been moved or renamed.')
      : ok(path);
  }

  /** Has been left: an untitled document that nobody has worked on is not worth keeping. */
  left({ path, touched }: Pick<HostDocument, 'path' | 'touched'>): void {
    if (touched || dirname(path) !== this.#untitled) return;
    rmSync(path, { force: true });
    this.#recent.remove(path);
  }

  /** Keeps the present document elsewhere from now on. False when it was cancelled. */
  async saveAs(
    session: Session,
    path: string,
    progress: (share: number) => boolean,
  ): Promise<Result<boolean>> {
    const target = path.toLowerCase().endsWith(documentEnding) ? path : `${path}${documentEnding}`;
    const { document } = session;
    if (isSameFile(target, document.path)) return ok(true);
    try {
      // Its owner would go on writing to a file that has no name any more.
      if (isLocked(target)) return locked(target);
      const { file } = document;
      const copy =
        file === 'spoilt' ? this.#fromMemory(session, target) : await this.#copy(document, target, progress);
      if (!copy.ok) return copy;
      if (copy.value === null) return ok(false);
      session.open(copy.value);
      this.#recent.add(target);
      // Its content lives on under the name that it was given; what somebody else has put there is not ours.
      if (file === 'ours') this.left({ path: document.path, touched: false });
      return ok(true);
    } catch (error) {
      return cannotWrite(target, error);
    }
  }

  /** What can be read of the refused document as a new one, or a copy of it. */
  recover(): Result<{ opened: Opened; how: 'now' | 'start' | 'copy' }> {
    if (this.#refused === null) return refuse('document.none', 'No document was refused.');
    const { path, error } = this.#refused;
    if (error.code === 'document.damaged') {
      const found = recoverHost(path, this.#restore);
      if (!found.ok) return found;
      this.#refused = null;
      const { engine, how, belongings } = found.value;
      return ok({ opened: this.create(engine, belongings), how });
    }
    if (error.code !== 'document.readOnly') return refuse('document.none', 'Nothing can be recovered.');
    return this.#openCopy(path);
  }

  dismiss(): void {
    this.#refused = null;
  }

  /** What the console shows of it all. */
  state({ document, problem }: Session): DocumentState {
    const { journal } = document;
    const step = (number: number | null): DocumentState['undo'] => {
      const found = number === null ? null : journal.step(number);
      return found === null ? null : told(found);
    };
    return {
      name: nameOf(document.path),
      untitled: document.path === inMemory || dirname(document.path) === this.#untitled,
      undo: step(journal.undoable),
      redo: step(journal.redoable),
      recordings: document.recordings.list().length,
      recordingsFull: document.recordings.held,
      recent: this.#recent.paths.map((path) => ({ name: nameOf(path), folder: dirname(path) })),
      problem,
      refused: this.#refused?.error ?? null,
    };
  }

  /** Compares two moments; `file` is the document that the user chose, if one was asked for. */
  compare(
    session: Session,
    left: ComparedMoment,
    right: ComparedMoment,
    file: string | null,
  ): Result<Comparison> {
    const one = this.#rows(session, left, file);
    if (!one.ok) return one;
    const other = this.#rows(session, right, file);
    if (!other.ok) return other;
    return ok({ ...compare(one.value, other.value), file: file === null ? null : nameOf(file) });
  }

  #rows(session: Session, moment: ComparedMoment, file: string | null): Result<readonly Row[]> {
    const { document } = session;
    switch (moment.moment) {
      case 'now':
        // Written first, so that it is the very moment on the screen.
        session.save();
        return ok(document.rows('now'));
      case 'start':
        return ok(document.rows('start'));
      case 'before':
        return document.journal.steps().some(({ step }) => step === moment.step) &&
          moment.step <= document.journal.done
          ? ok(document.rows({ before: moment.step }))
          : refuse('step.notFound', 'The step is not there any more. Choose another one.', 'step');
      case 'file':
        if (file === null) return refuse('document.none', 'No document was chosen.');
        return isSameFile(file, document.path)
          ? this.#rows(session, { moment: 'now' }, null)
          : lookInto(file);
    }
  }

  async #copy(
    document: HostDocument,
    target: string,
    progress: (share: number) => boolean,
  ): Promise<Result<Opened | null>> {
    return (await document.copyTo(target, progress)) ? openDocument(target, this.#restore) : ok(null);
  }

  /** The host and how windows are arranged: its steps and recordings were in the file. */
  #fromMemory({ engine, document }: Session, target: string): Result<Opened> {
    const belongings = { layouts: document.layouts.list(), recordings: [] };
    return ok({ document: HostDocument.create(target, engine, this.#now(), belongings), engine });
  }

  #openCopy(path: string): Result<{ opened: Opened; how: 'copy' }> {
    try {
      mkdirSync(this.#untitled, { recursive: true });
      const copy = this.#freePath(nameOf(path));
      copyFileSync(path, copy);
      if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
      const opened = this.open(copy);
      if (!opened.ok) return opened;
      this.#refused = null;
      return ok({ opened: opened.value, how: 'copy' });
    } catch (error) {
      return cannotRead(path, error);
    }
  }

  #freePath(name = 'Untitled'): string {
    for (let number = 1; ; number += 1) {
      const path = join(
        this.#untitled,
        `${name}${name === 'Untitled' || number > 1 ? ` ${number}` : ''}${documentEnding}`,
      );
      if (!existsSync(path)) return path;
    }
  }
}
