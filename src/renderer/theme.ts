/** Colours and type: one theme object per mode, all made from Fluent's. */
import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import type { DataPath } from '../shared/model/adapter';

/** Fluent's tokens and the program's own; each becomes a CSS variable `--<key>`. */
export interface AppTheme extends Theme {
  /** One colour per data path, the same everywhere in the program. */
  readonly pathEmulated: string;
  readonly pathVmbus: string;
  readonly pathVf: string;
  /** VM states, always beside a shape. */
  readonly stateRunning: string;
  readonly stateWaiting: string;
}

export type Mode = 'light' | 'dark' | 'contrastLight' | 'contrastDark';

/** A dense console: Fluent's normal size becomes what it calls small. */
const type = {
  fontFamilyBase: "'Segoe UI', 'Open Sans Variable', sans-serif",
  fontSizeBase300: '12px',
  lineHeightBase300: '16px',
  fontSizeBase400: '14px',
  lineHeightBase400: '20px',
};

// The three path colours differ in lightness too, so that they can be told apart without hue.
const onLight = {
  pathEmulated: '#b35c00',
  pathVmbus: '#1d63c4',
  pathVf: '#0f7a3d',
  stateRunning: '#0f7a3d',
  stateWaiting: '#8a6100',
};
const onDark = {
  pathEmulated: '#f5a04c',
  pathVmbus: '#7db4ff',
  pathVf: '#5fd38a',
  stateRunning: '#5fd38a',
  stateWaiting: '#f0c04f',
};

const light: AppTheme = { ...webLightTheme, ...type, ...onLight };
// Fluent's third and fourth backgrounds are darker than the page; bars and headings should stand out from it.
const darkBars = { colorNeutralBackground3: '#242424', colorNeutralBackground4: '#333333' };
const dark: AppTheme = { ...webDarkTheme, ...darkBars, ...type, ...onDark };

// Where the system forces its own colours it wins; these serve `prefers-contrast: more`.
const contrastLight: AppTheme = {
  ...light,
  colorNeutralForeground2: '#000000',
  colorNeutralForeground3: '#1f1f1f',
  colorNeutralStroke1: '#000000',
  colorNeutralStroke2: '#000000',
  colorNeutralStrokeAccessible: '#000000',
  colorSubtleBackgroundSelected: '#c7e0f4',
};
const contrastDark: AppTheme = {
  ...dark,
  colorNeutralBackground1: '#000000',
  colorNeutralBackground2: '#000000',
  colorNeutralBackground3: '#000000',
  colorNeutralForeground2: '#ffffff',
  colorNeutralForeground3: '#f0f0f0',
  colorNeutralStroke1: '#ffffff',
  colorNeutralStroke2: '#ffffff',
  colorNeutralStrokeAccessible: '#ffffff',
  colorSubtleBackgroundSelected: '#0f548c',
};

export const themes: Readonly<Record<Mode, AppTheme>> = { light, dark, contrastLight, contrastDark };

/** CSS colour of a data path, for style properties; a chart on canvas resolves it with `pathColorOf`. */
export const pathColors: Readonly<Record<Exclude<DataPath, 'none'>, string>> = {
  emulated: 'var(--pathEmulated)',
  vmbus: 'var(--pathVmbus)',
  vf: 'var(--pathVf)',
};

const tokenOf = { emulated: '--pathEmulated', vmbus: '--pathVmbus', vf: '--pathVf' } as const;

/** The present colour of a data path at `element`, as text that a canvas understands. */
export function pathColorOf(path: Exclude<DataPath, 'none'>, element: Element): string {
  return getComputedStyle(element).getPropertyValue(tokenOf[path]).trim();
}

/** Which theme to use: the user's choice, else the system's. */
export function modeOf(choice: 'system' | 'light' | 'dark', systemDark: boolean, contrast: boolean): Mode {
  const isDark = choice === 'system' ? systemDark : choice === 'dark';
  if (contrast) return isDark ? 'contrastDark' : 'contrastLight';
  return isDark ? 'dark' : 'light';
}
