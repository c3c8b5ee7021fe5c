import { LOCALES, type Locale } from '../locale/language';
import { store, stored } from './store';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** How one person likes the workbench; sizes in CSS pixels. */
export interface Preferences {
  readonly theme: Theme;
  readonly locale: Locale;
  readonly sideOpen: boolean;
  readonly sideWidth: number;
  readonly inspectorOpen: boolean;
  readonly inspectorWidth: number;
  readonly panelHeight: number;
  /** Of new notebooks; null is the machine's. */
  readonly timezone: string | null;
  /** By id of the command, the keys chosen for it. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

const KEY = 'preferences';

/** The preferences kept in this browser; what is not kept, or no longer known, is as on the first day. */
export async function loadPreferences(languages: readonly string[]): Promise<Preferences> {
  const first: Preferences = {
    theme: 'system',
    locale: preferredLocale(languages),
    sideOpen: true,
    sideWidth: 248,
    inspectorOpen: true,
    inspectorWidth: 292,
    panelHeight: 180,
    timezone: null,
    keys: {},
  };
  const kept = { ...first, ...(await stored<Partial<Preferences>>(KEY)) };
  return {
    ...kept,
    theme: THEMES.includes(kept.theme) ? kept.theme : first.theme,
    locale: LOCALES.includes(kept.locale) ? kept.locale : first.locale,
  };
}

export async function savePreferences(preferences: Preferences): Promise<void> {
  await store(KEY, preferences);
}

/** The first of a browser's `languages` that Liftbook speaks. */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (language.startsWith('zh')) return 'zh-CN';
    if (language.startsWith('en')) return 'en';
  }
  return 'en';
}
