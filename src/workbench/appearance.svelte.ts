import { MediaQuery } from 'svelte/reactivity';
import { type Language, type Locale, firstEnglish, loadLanguage } from '../locale/language';
import type { Theme } from '../platform/preferences';

/** How the workbench looks and speaks. */
export class Appearance {
  readonly #prefersDark = new MediaQuery('prefers-color-scheme: dark');
  readonly #prefersContrast = new MediaQuery('prefers-contrast: more');
  theme = $state<Theme>('system');
  /** Until `speak`: without findings, of which the first page says none. */
  #language = $state.raw(firstEnglish as Language);

  constructor(theme: Theme) {
    this.theme = theme;
  }

  get language(): Language {
    return this.#language;
  }

  /** The set of tokens in use: `system` resolved to what the machine asks for. */
  get tokens(): Exclude<Theme, 'system'> {
    if (this.theme !== 'system') return this.theme;
    if (this.#prefersContrast.current) return 'contrast';
    return this.#prefersDark.current ? 'dark' : 'light';
  }

  /** Light to dark and back; from high contrast to light. */
  toggleTheme(): void {
    this.theme = this.tokens === 'light' ? 'dark' : 'light';
  }

  /** Switches the language once its words are there. */
  async speak(locale: Locale): Promise<void> {
    this.#language = await loadLanguage(locale);
  }
}
