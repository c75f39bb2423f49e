/** The wizard's pages in their order, which of them can be gone to, and which page has which field. */
import type { WizardErrors } from './wizard-errors';
import type { WizardField, WizardValue } from './wizard-value';

const allPages = [
  'begin',
  'name',
  'generation',
  'memory',
  'network',
  'disk',
  'installation',
  'summary',
] as const;

export type PageId = (typeof allPages)[number];

type Choices = Pick<WizardValue, 'disk'>;

/** Without a new virtual hard disk there is nothing to install an operating system on. */
function pagesFor({ disk }: Choices): readonly PageId[] {
  return allPages.filter((page) => page !== 'installation' || disk === 'new');
}

const pageOfField: Readonly<Record<WizardField, PageId>> = {
  name: 'name',
  storeElsewhere: 'name',
  location: 'name',
  generation: 'generation',
  startupMemoryMb: 'memory',
  dynamicMemory: 'memory',
  switchId: 'network',
  disk: 'disk',
  diskName: 'disk',
  diskFolder: 'disk',
  diskSizeGb: 'disk',
  existingDisk: 'disk',
  installFrom: 'installation',
  imagePath: 'installation',
  floppyPath: 'installation',
};

/** Where the wizard stands: the shown page and all that have been shown. */
export interface Progress {
  readonly page: PageId;
  readonly visited: ReadonlySet<PageId>;
}

/** Begins on the first page, or on the second one for who does not want to see the first again. */
export function startProgress(skipBegin: boolean): Progress {
  const page = skipBegin ? 'name' : 'begin';
  return { page, visited: new Set(skipBegin ? ['begin', 'name'] : ['begin']) };
}

/** Shows `page` and remembers it. */
export function goTo(progress: Progress, page: PageId): Progress {
  return { page, visited: new Set([...progress.visited, page]) };
}

/** The page before or after; undefined at either end. */
export function neighbour(page: PageId, step: -1 | 1, choices: Choices): PageId | undefined {
  const pages = pagesFor(choices);
  return pages[pages.indexOf(page) + step];
}

/** The page that holds a field. */
export function pageOf(field: WizardField): PageId {
  return pageOfField[field];
}

/** The first field that will not do; validation goes through the fields in the order of the pages. */
export function firstError(errors: WizardErrors): { field: WizardField; message: string } | undefined {
  const [first] = Object.entries(errors) as [WizardField, string][];
  return first === undefined ? undefined : { field: first[0], message: first[1] };
}

/** The first error on one page; a page with an error is not left forwards. */
export function errorOn(page: PageId, errors: WizardErrors): string | undefined {
  const fields = Object.keys(errors) as WizardField[];
  const field = fields.find((each) => pageOfField[each] === page);
  return field === undefined ? undefined : errors[field];
}

export interface Step {
  readonly id: PageId;
  readonly current: boolean;
  /** Only pages that have been shown can be gone to; forwards leads Next. */
  readonly reachable: boolean;
  readonly wrong: boolean;
}

/** The list on the left. */
export function steps(progress: Progress, errors: WizardErrors, choices: Choices): readonly Step[] {
  return pagesFor(choices).map((id) => ({
    id,
    current: id === progress.page,
    reachable: progress.visited.has(id),
    wrong: progress.visited.has(id) && errorOn(id, errors) !== undefined,
  }));
}
