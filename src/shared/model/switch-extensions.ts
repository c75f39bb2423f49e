/** The extensions that come with the virtual switch: what the Extensions page lists. */
import type { VirtualSwitch } from './switch';

/** The member of the switch that says whether the extension is enabled. */
export type ExtensionSetting = Extract<
  keyof VirtualSwitch,
  'captureExtension' | 'filteringExtension' | 'forwardingExtension'
>;

export interface SwitchExtension {
  readonly setting: ExtensionSetting;
  readonly type: 'Monitoring' | 'Filter' | 'Forwarding';
}

/**
 * In the order in which outgoing packets pass them: capturing, filtering, forwarding (Microsoft, "Overview of
 * Hyper-V Extensible Switch Extensions").
 */
export const switchExtensions: readonly SwitchExtension[] = [
  { setting: 'captureExtension', type: 'Monitoring' },
  { setting: 'filteringExtension', type: 'Filter' },
  { setting: 'forwardingExtension', type: 'Forwarding' },
];

/** A new switch filters, and does nothing else. */
export const untouchedExtensions: Readonly<Record<ExtensionSetting, boolean>> = {
  captureExtension: false,
  filteringExtension: true,
  forwardingExtension: false,
};
