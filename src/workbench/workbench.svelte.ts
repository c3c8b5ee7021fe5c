import type { ProblemData } from '../base/problem';
import type { Engine } from '../engine/engine';
import { type Language, type Locale, problemLine } from '../locale/language';
import { timeZone } from '../platform/machine';
import type { Preferences } from '../platform/preferences';
import { type RecentFile, recentFiles } from '../platform/recent-files';
import { Session } from '../session/session';
import { trustKnownCode } from './acts/trust-code';
import { announceResults } from './announce-results';
import { Appearance } from './appearance.svelte';
import type { ImportTab } from './import/import-tab.svelte';
import { Layout } from './layout.svelte';
import { Messages } from './messages.svelte';
import { NotebookTab } from './notebook-tab.svelte';
import { Search } from './search/search.svelte';
import type { Settings } from './settings/settings-json';
import { Shelf } from './shelf.svelte';

export interface WelcomeTab {
  readonly kind: 'welcome';
  readonly id: 'welcome';
}

export interface SettingsTab {
  readonly kind: 'settings';
  readonly id: 'settings';
}

export type Tab = WelcomeTab | SettingsTab | NotebookTab | ImportTab;

/** A question to the user that waits for one of its `answers`; the last one is "do nothing". */
export interface Question {
  readonly text: string;
  readonly detail: string;
  readonly answers: readonly string[];
  readonly answer: (index: number) => void;
}

/** A problem, and the notebook it is in. */
export interface LocatedProblem {
  readonly tab: NotebookTab;
  readonly problem: ProblemData;
}

const WELCOME: WelcomeTab = { kind: 'welcome', id: 'welcome' };
const SETTINGS: SettingsTab = { kind: 'settings', id: 'settings' };

/** Everything that is open, and what is shown of it. What can be done with it stands in `acts/`. */
export class Workbench {
  readonly layout: Layout;
  readonly appearance: Appearance;
  readonly messages: Messages;
  readonly shelf = new Shelf();
  readonly search = new Search();
  tabs = $state.raw<readonly Tab[]>([WELCOME]);
  /** Id of the tab on screen. */
  active = $state<string>(WELCOME.id);
  /** The last thing the user did was to press a key: the focus has to be where the next one is meant. */
  byKeys = false;
  /** Id of the notebook that was asked for by keys, until the focus is in it. */
  entering = $state<string | null>(null);
  recent = $state.raw<readonly RecentFile[]>([]);
  question = $state.raw<Question | null>(null);
  /** What the palette was opened with: `>` for commands, `@` for cells, nothing for files; null when it is shut. */
  palette = $state<string | null>(null);
  showsShortcuts = $state(false);
  /** The kind of analysis that is explained. */
  explained = $state<string | null>(null);
  /** The notebook whose versions are shown. */
  versions = $state.raw<NotebookTab | null>(null);
  /** The notebook on the wall and the cell to begin with (null: at the beginning). */
  presenting = $state.raw<{ readonly tab: NotebookTab; readonly from: string | null } | null>(null);
  /** The cells that were copied last, for a browser that does not give the clipboard. */
  copiedCells: string | null = null;
  /** Every part of the app has been fetched: no request will ever be made. */
  ready = $state(false);
  #timezone = $state<string | null>(null);
  #keys = $state.raw<Settings['keys']>({});
  #next = 1;
  #refused = false;

  constructor(
    readonly engine: Engine,
    preferences: Preferences,
  ) {
    this.layout = new Layout(preferences);
    this.#timezone = preferences.timezone;
    this.#keys = preferences.keys;
    this.appearance = new Appearance(preferences.theme);
    this.messages = new Messages({
      problem: (problem) => this.sentence(problem),
      bug: () => this.words.messages.bug,
    });
  }

  get language(): Language {
    return this.appearance.language;
  }

  get words(): Language['interface'] {
    return this.language.interface;
  }

  get settings(): Settings {
    return {
      theme: this.appearance.theme,
      language: this.language.locale,
      timezone: this.#timezone,
      keys: this.#keys,
    };
  }

  /** The zone of new notebooks. */
  get timezone(): string {
    return this.#timezone ?? timeZone();
  }

  get tab(): Tab {
    return this.tabs.find(({ id }) => id === this.active) ?? WELCOME;
  }

  /** The notebook on screen, if the active tab is one. */
  get notebook(): NotebookTab | null {
    return this.tab.kind === 'notebook' ? this.tab : null;
  }

  get notebooks(): readonly NotebookTab[] {
    return this.tabs.filter((tab) => tab.kind === 'notebook');
  }

  /** Of all open notebooks: what the panel lists, F8 steps through and every count counts. */
  get problems(): readonly LocatedProblem[] {
    return this.notebooks.flatMap((tab) => tab.problems.map((problem) => ({ tab, problem })));
  }

  /** A problem in one line: what, and what to do. */
  sentence(problem: ProblemData): string {
    return problemLine(problem, this.language);
  }

  async start(locale: Locale): Promise<void> {
    await this.appearance.speak(locale);
    this.recent = await recentFiles();
  }

  async speak(locale: Locale): Promise<void> {
    await this.appearance.speak(locale);
    await Promise.all(this.notebooks.map(({ session }) => session.setLocale(locale)));
  }

  async set({ theme, language, timezone, keys }: Settings): Promise<void> {
    this.appearance.theme = theme;
    this.#timezone = timezone;
    this.#keys = keys;
    if (language !== this.language.locale) await this.speak(language);
  }

  /** The browser keeps nothing (a private window, a full disk): said once. */
  refusesDrafts(): void {
    if (this.#refused) return;
    this.#refused = true;
    this.messages.inform(this.words.files.noDrafts);
  }

  /** Runs something the user asked for; whatever goes wrong is shown. */
  async attempt(act: () => void | Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.messages.fail(error);
    }
  }

  /** A tab for a notebook, not shown yet. */
  newTab(
    text: string,
    path: string,
    handle: FileSystemFileHandle | null,
    isOurs = false,
  ): NotebookTab {
    const session = new Session(text, path, {
      engine: this.engine,
      locate: (wanted, sha256) => this.shelf.locate(path, wanted, sha256),
      now: () => Date.now(),
      locale: this.language.locale,
      ...(isOurs && { trusted: true }),
    });
    void trustKnownCode(session);
    announceResults(
      session,
      () => this.language,
      (said) => this.messages.announce(said),
    );
    return new NotebookTab(this.freshTabId(), session, handle);
  }

  freshTabId(): string {
    return `tab-${this.#next++}`;
  }

  /** Brings a tab to the front; a new one is put behind the others. */
  show<Shown extends Tab>(tab: Shown): Shown {
    if (!this.tabs.includes(tab)) this.tabs = [...this.tabs, tab];
    this.active = tab.id;
    this.entering = this.byKeys && showsCells(tab) ? tab.id : null;
    return tab;
  }

  showSettings(): void {
    this.show(SETTINGS);
  }

  showWelcome(): void {
    this.show(WELCOME);
  }

  /** Shows the tab `step` places further, round and round. */
  stepTab(step: 1 | -1): void {
    const at = this.tabs.indexOf(this.tab);
    this.active = this.tabs[(at + step + this.tabs.length) % this.tabs.length]!.id;
  }

  /** Takes a tab away and shows its neighbour; without any, the welcome page. */
  drop(tab: Tab): void {
    const at = this.tabs.indexOf(tab);
    const rest = this.tabs.filter((each) => each !== tab);
    if (this.active === tab.id) this.active = (rest[at] ?? rest[at - 1] ?? WELCOME).id;
    this.tabs = rest.length > 0 ? rest : [WELCOME];
  }

  /** Asks, and gives the number of the answer. */
  ask(text: string, detail: string, answers: readonly string[]): Promise<number> {
    return new Promise((resolve) => {
      const answer = (index: number): void => {
        this.question = null;
        resolve(index);
      };
      this.question = { text, detail, answers, answer };
    });
  }
}

/** Is it a notebook that is shown by its cells? */
export function showsCells(tab: Tab): tab is NotebookTab {
  return tab.kind === 'notebook' && tab.view === 'notebook';
}
