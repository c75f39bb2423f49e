/** What a page of the Settings dialog is: every page has a file that makes one of these. */
import type { ReactNode } from 'react';
import type { PageNode } from '../../forms/page-tree';
import type { Problem, SettingsDraft } from './settings-draft';

/** What a page may do besides showing the draft. */
export interface PageActions {
  /** Changes the draft. */
  readonly change: (draft: SettingsDraft) => void;
  /** Shows another page. */
  readonly select: (pageId: string) => void;
}

/** What is known only while the page shows. */
export interface PageView extends PageActions {
  /** What is wrong on this page; null if nothing is. */
  readonly problem: Problem | null;
}

/** A line of the list at the left, whose label is the page's heading, and the page. */
export interface SettingsPage extends PageNode {
  readonly draw: (view: PageView) => ReactNode;
  readonly children?: readonly SettingsPage[];
}

/** The message for a field of the page, if that is the one to blame. */
export function errorOf(problem: Problem | null, field: Problem['field']): string | undefined {
  return problem !== null && problem.field === field ? problem.message : undefined;
}
