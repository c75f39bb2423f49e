/**
 * The command line: the same for `npm start -- ...`, `electron .` and the packaged program.
 * Imports nothing of Electron, so that a launcher can check the options before it starts one.
 */
import { parseArgs } from 'node:util';

/** What the texts of the console can be in, and the tags of BCP 47 for it. */
export const languageTags = { en: 'en', pseudo: 'en-XA' } as const;
export type LanguageName = keyof typeof languageTags;

export interface Options {
  readonly help: boolean;
  /** Folder for settings and state; undefined: the user's own. */
  readonly dataDir: string | undefined;
  readonly seed: number;
  /** File with the text of lspci to build the host from. */
  readonly host: string | undefined;
  /** Simulated start in milliseconds since the Unix epoch. */
  readonly clock: number;
  readonly speed: number;
  readonly paused: boolean;
  readonly language: LanguageName;
  /** File for the window's picture; the program exits once it is written. */
  readonly picture: string | undefined;
  /** VMs of a made-up host for scale; undefined: the ordinary host. */
  readonly vms: number | undefined;
  /** The document to open; undefined: the last one. */
  readonly file: string | undefined;
  /** True when the options ask for a host of their own, which begins a new document. */
  readonly newHost: boolean;
}

export type ParsedOptions =
  { readonly ok: true; readonly options: Options } | { readonly ok: false; readonly message: string };

const switches = {
  help: { type: 'boolean', short: 'h' },
  'data-dir': { type: 'string' },
  seed: { type: 'string' },
  host: { type: 'string' },
  clock: { type: 'string' },
  speed: { type: 'string' },
  paused: { type: 'boolean' },
  language: { type: 'string' },
  picture: { type: 'string' },
  vms: { type: 'string' },
} as const;

/** A working day's morning; any fixed moment would do, as long as it is the same on every start. */
const defaultClock = Date.parse('2026-01-05T09:00:00Z');
/** As in document/schema.ts, which a launcher must not load. */
const documentEnding = '.sriovlab';
const fastest = 60;
const slowest = 0.1;
const mostVms = 5000;

export const helpText = `SR-IOV Manager: Hyper-V Manager over a simulated host.

  FILE${documentEnding}     open this document; without one, the last document is opened,
                     and a new one with any of --host, --vms, --seed, --clock

  --data-dir DIR     keep settings and state in DIR
  --seed N           seed of everything random, 0 to 4294967295 (default 1)
  --host FILE        build the host from the text of lspci -vvvxxxx in FILE
  --clock ISO-8601   simulated time at the start (default 2026-01-05T09:00:00Z)
  --speed X          simulated seconds per second, ${slowest} to ${fastest} (default 1)
  --paused           start with simulated time standing still
  --language NAME    en (default), or pseudo: every text longer and in brackets, for tests
  --picture FILE     write a PNG picture of the window to FILE, then exit
  --vms N            a made-up host with N virtual machines, 1 to ${mostVms}
  --help             print this and exit`;

const allowed = `Allowed are: ${Object.keys(switches)
  .map((name) => `--${name}`)
  .join(', ')}.`;

/** Refuses a value with one line; caught by `parseOptions`. */
class BadOption extends Error {}

function numberOption(
  name: string,
  text: string | undefined,
  fallback: number,
  range: { min: number; max: number; whole: boolean },
): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  const fits = text.trim() !== '' && value >= range.min && value <= range.max;
  if (fits && (!range.whole || Number.isInteger(value))) return value;
  const what = range.whole ? 'a whole number' : 'a number';
  throw new BadOption(`--${name} ${text}: must be ${what} from ${range.min} to ${range.max}.`);
}

function clockOption(text: string | undefined): number {
  if (text === undefined) return defaultClock;
  const time = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(time)) {
    throw new BadOption(`--clock ${text}: must be a date and time in ISO 8601, e.g. 2026-01-05T09:00:00Z.`);
  }
  return time;
}

function pathOption(name: string, text: string | undefined): string | undefined {
  if (text === '') throw new BadOption(`--${name}: must name a ${name === 'data-dir' ? 'folder' : 'file'}.`);
  return text;
}

function languageOption(text = 'en'): LanguageName {
  if (text === 'en' || text === 'pseudo') return text;
  const names = Object.keys(languageTags).join(' or ');
  throw new BadOption(`--language ${text}: must be ${names}.`);
}

/** A file's name stands alone behind the options. */
function fileOption(words: readonly string[]): string | undefined {
  const [file, ...more] = words;
  if (file === undefined) return undefined;
  if (more.length > 0) throw new BadOption(`${more.join(' ')}: must be one document and no more.`);
  if (file.toLowerCase().endsWith(documentEnding)) return file;
  throw new BadOption(`${file}: must be a document, a file whose name ends in ${documentEnding}.`);
}

/** Reads the program's own arguments; a mistake gives one line that says what is allowed. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: switches,
      strict: true,
      allowPositionals: true,
    });
    const vms = numberOption('vms', values.vms, 0, { min: 1, max: mostVms, whole: true });
    const host = pathOption('host', values.host);
    if (host !== undefined && vms > 0)
      throw new BadOption('--host and --vms exclude each other: use one of them.');
    const file = fileOption(positionals);
    const asked = ['host', 'vms', 'seed', 'clock'] as const;
    const newHost = asked.some((name) => values[name] !== undefined);
    if (file !== undefined && newHost) {
      throw new BadOption(
        `${file}: a document brings its own host; leave out ${asked.map((name) => `--${name}`).join(', ')}.`,
      );
    }
    const options: Options = {
      help: values.help ?? false,
      dataDir: pathOption('data-dir', values['data-dir']),
      seed: numberOption('seed', values.seed, 1, { min: 0, max: 0xffffffff, whole: true }),
      host,
      clock: clockOption(values.clock),
      speed: numberOption('speed', values.speed, 1, { min: slowest, max: fastest, whole: false }),
      paused: values.paused ?? false,
      language: languageOption(values.language),
      picture: pathOption('picture', values.picture),
      vms: vms > 0 ? vms : undefined,
      file,
      newHost,
    };
    return { ok: true, options };
  } catch (error) {
    if (error instanceof BadOption) return { ok: false, message: error.message };
    const reason =
      error instanceof Error ? (error.message.split('\n')[0] ?? '').split('. ')[0] : String(error);
    return { ok: false, message: `${reason}. ${allowed}` };
  }
}

/**
 * What Chromium may be told when the package is started: root's way of running it, and the door for tests that opens
 * to the starting process alone. Whatever else Chromium would listen to, such as a debugging port, is refused.
 */
const electronSwitches: ReadonlySet<string> = new Set(['--no-sandbox', '--remote-debugging-pipe']);

/** Electron's switches before the application's folder that take the next argument. */
const requireSwitches: ReadonlySet<string> = new Set(['-r', '--require']);

/**
 * The program's own arguments within a process's argument list. Run as `electron [switches] APP
 * ...` everything before and including the application's folder is Electron's.
 */
export function ownArguments(argv: readonly string[], startedByElectron: boolean): string[] {
  const rest = argv.slice(1);
  if (!startedByElectron) return rest.filter((argument) => !electronSwitches.has(argument));
  const app = rest.findIndex(
    (argument, index) => !argument.startsWith('-') && !requireSwitches.has(rest[index - 1] ?? ''),
  );
  return rest.slice(app + 1);
}
