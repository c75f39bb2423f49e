/** What can go wrong with a document's file, in sentences for people. */
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { refuse } from '../../shared/result';
import type { Refusal } from '../../shared/result';

export type Refused = { readonly ok: false; readonly error: Refusal };

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const busy = 5;
const readOnly = 8;
const ioError = 10;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const notADatabase = 26;

/** With less free space than this a write that failed failed for want of room. */
const leastFreeBytes = 256 * 1024;

function primaryCode(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? code & 0xff : undefined;
}

function systemCode(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** Somebody else has changed, moved or removed the file of the open document. */
export class Interference extends Error {
  readonly state: 'gone' | 'spoilt';

  constructor(state: 'gone' | 'spoilt') {
    super(`The file is ${state}.`);
    this.state = state;
  }
}

/** The file's content is not what the program wrote. */
export class Damage extends Error {}

export function damaged(path: string, detail: string): Refused {
  return refuse(
    'document.damaged',
    `${path} is damaged: ${detail} It has not been changed. Recover what can be read into a new document.`,
  );
}

export function locked(path: string): Refused {
  return refuse(
    'document.locked',
    `${path} is open in another window of SR-IOV Manager. Close it there first.`,
  );
}

/** Whether somebody else has the file open for work. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === busy;
}

/** Why the file could not be read. */
export function cannotRead(path: string, error: unknown): Refused {
  const detail = error instanceof Error ? error.message : String(error);
  switch (primaryCode(error)) {
    case busy:
      return locked(path);
    case corrupt:
    case notADatabase:
      return damaged(path, 'parts of it are missing or overwritten.');
    case cannotOpen:
    case readOnly:
      return unwritable(path);
    default:
  }
  switch (systemCode(error)) {
    case 'ENOENT':
      return refuse('document.missing', `${path} does not exist. It may have been moved or renamed.`);
    case 'EACCES':
    case 'EPERM':
    case 'EISDIR':
      return refuse('document.unreadable', `${path} cannot be read: ${detail}.`);
    default:
  }
  return damaged(path, `${detail}${detail.endsWith('.') ? '' : '.'}`);
}

export function unwritable(path: string): Refused {
  return refuse(
    'document.readOnly',
    `${path} cannot be written to, and a document is saved with every step. Open a copy of it instead.`,
  );
}

/** SQLite calls some writes to a full disk an error of the disk. */
function isFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < leastFreeBytes;
  } catch {
    return false;
  }
}

/** Why a change could not be made durable. */
export function cannotWrite(path: string, error: unknown): Refused {
  if (error instanceof Interference) {
    const what =
      error.state === 'gone'
        ? 'is no longer there: it was moved or removed'
        : 'was changed by another program';
    return refuse(
      `document.${error.state}`,
      `${path} ${what}. The host is still here, as you see it; use Save As to keep it.`,
    );
  }
  const detail = error instanceof Error ? error.message : String(error);
  const code = primaryCode(error);
  const system = systemCode(error);
  if (code === full || system === 'ENOSPC' || system === 'EDQUOT' || (code === ioError && isFull(path))) {
    return refuse(
      'document.full',
      `There is no room left to save ${path}. Nothing was changed; make room, or use Save As to go on elsewhere.`,
    );
  }
  if (code === readOnly || code === cannotOpen || system === 'EROFS' || system === 'EACCES') {
    return refuse(
      'document.readOnly',
      `${path} can no longer be written to. Nothing was changed; use Save As to go on elsewhere.`,
    );
  }
  const reason = code === ioError ? 'the disk reports an error' : detail;
  return refuse(
    'document.unwritable',
    `${path} cannot be saved: ${reason}. Nothing was changed; use Save As to go on elsewhere.`,
  );
}

/** Whether it was the file that failed and not the host. */
export function isOfTheFile(error: unknown): boolean {
  return error instanceof Interference || primaryCode(error) !== undefined || systemCode(error) !== '';
}
