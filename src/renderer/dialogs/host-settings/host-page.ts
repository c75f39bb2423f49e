/** What a page of Hyper-V Settings is, and what it may do. */
import type { ReactNode } from 'react';
import type { HostSettings } from '../../../shared/model/host-settings';
import type { PageNode } from '../../forms/page-tree';
import type { Problem, UserSettings } from './host-settings-draft';

/** In the order of the list. Live and Storage Migrations come with moving virtual machines. */
export type HostPageId =
  | 'virtual-hard-disks'
  | 'virtual-machines'
  | 'numa-spanning'
  | 'session-policy'
  | 'keyboard'
  | 'mouse-release-key'
  | 'session'
  | 'reset';

export interface ServerPageProps {
  readonly server: HostSettings;
  readonly setServer: (patch: Partial<HostSettings>) => void;
  /** What is wrong on this page; null if nothing is. */
  readonly problem: Problem | null;
}

export interface UserPageProps {
  readonly user: UserSettings;
  readonly setUser: (patch: Partial<UserSettings>) => void;
}

/** A line of the list at the left, whose label is the page's heading, and the page. */
export interface HostPage extends PageNode {
  readonly id: HostPageId;
  readonly draw: () => ReactNode;
}
