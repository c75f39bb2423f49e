/** How real each window, page and control of the console is: the shape of the table in text/en/fidelity. */
import type { WindowKind as BesideKind } from '../../shared/model/window';
import type { DialogKind } from '../dialogs/dialog-request';

export type Mark = 'asInWindows' | 'simplified' | 'simulatorOnly';

/** Where something is known from, in words a reader can follow up. */
export type Source = string;

/** A mark and what it rests on. What is not as in Windows says how it differs. */
export type Fidelity =
  | { readonly mark: 'asInWindows'; readonly source: Source }
  | { readonly mark: 'simplified'; readonly why: string; readonly source: Source }
  | { readonly mark: 'simulatorOnly'; readonly why: string };

/** A control, or a group of them, with a mark of its own; its members inherit it. */
export type MarkedControl = Fidelity & {
  readonly caption: string;
  readonly controls?: readonly Control[];
};

/** A group that inherits its mark like any control. */
export interface ControlGroup {
  readonly caption: string;
  readonly controls: readonly Control[];
}

/** A caption alone inherits from its group or page. `*` in a caption stands for any text. */
export type Control = string | ControlGroup | MarkedControl;

/** A page of a window, or a pane of the main window. */
export type PageEntry = Fidelity & {
  /** What its list, tab or heading calls it. */
  readonly page: string;
  /** Its heading where that reads differently. */
  readonly also?: readonly string[];
  /** What it is for, one sentence. */
  readonly what: string;
  readonly controls: readonly Control[];
};

/** A window: what it is as a whole, the controls around its pages, and the pages. */
export type WindowEntry = Fidelity & {
  readonly title: string;
  readonly what: string;
  readonly controls: readonly Control[];
  readonly pages: readonly PageEntry[];
};

/** The first window, a window of that kind beside it, or the dialog of that kind. */
export type WindowKind = DialogKind | BesideKind | 'main';

/** What Hyper-V Manager has and the console has not. */
export interface AbsentEntry {
  /** The window's title in the table. */
  readonly window: string;
  /** Left out for what belongs to no page. */
  readonly page?: string;
  /** Left out where the whole page, or without a page the whole window, is absent. */
  readonly captions?: readonly string[];
  readonly reason: string;
}
