import type { ProblemData } from '../base/problem';
import type { DataFile, Engine } from '../engine/engine';
import { type Language, type Locale, problemSentence } from '../locale/language';
import { timeZone } from '../platform/machine';
import {
  type OpenedFile,
  chooseFiles,
  chooseFolder,
  fileName,
  isNotebook,
  saveText,
} from '../platform/opened-file';
import type { Preferences } from '../platform/preferences';
import { type RecentFile, recentFiles, rememberFile, reopen } from '../platform/recent-files';
import { sampleNotebook } from '../platform/samples';
import { Session } from '../session/session';
import { announceResults } from './announce-results';
import { Appearance } from './appearance.svelte';
import { ImportTab } from './import/import-tab.svelte';
import { filesRead } from './files-read';
import { Layout } from './layout.svelte';
import { Messages } from './messages.svelte';
import { newNotebookText } from './new-notebook';
import { NotebookTab } from './notebook-tab.svelte';
import { Shelf, dataFile } from './shelf.svelte';

export interface WelcomeTab {
  readonly kind: 'welcome';
  readonly id: 'welcome';
}

export type Tab = WelcomeTab | NotebookTab | ImportTab;

/** A question to the user that waits for one of its `answers`; the last one is "do nothing". */
export interface Question {
  readonly text: string;
  readonly detail: string;
  readonly answers: readonly string[];
  readonly answer: (index: number) => void;
}

const WELCOME: WelcomeTab = { kind: 'welcome', id: 'welcome' };

/** Everything that is open, and what can be done with it. */
export class Workbench {
  readonly layout: Layout;
  readonly appearance: Appearance;
  readonly messages: Messages;
  readonly shelf = new Shelf();
  tabs = $state.raw<readonly Tab[]>([WELCOME]);
  active = $state<string>(WELCOME.id);
  recent = $state.raw<readonly RecentFile[]>([]);
  question = $state.raw<Question | null>(null);
  /** What the palette was opened with: `>` for commands, `@` for cells, nothing for files; null when it is shut. */
  palette = $state<string | null>(null);
  showsShortcuts = $state(false);
  /** Every part of the app has been fetched: no request will ever be made. */
  ready = $state(false);
  #next = 1;
  /** Which problem F8 showed last. */
  #problem = -1;

  constructor(
    readonly engine: Engine,
    preferences: Preferences,
  ) {
    this.layout = new Layout(preferences);
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

  get problems(): readonly ProblemData[] {
    return this.notebooks.flatMap(({ session }) => session.problems);
  }

  /** A problem in one line: what, and what to do. */
  sentence(problem: ProblemData): string {
    const { message, hint } = problemSentence(problem, this.language);
    return hint ? `${message} ${hint}` : message;
  }

  async start(locale: Locale): Promise<void> {
    await this.appearance.speak(locale);
    this.recent = await recentFiles();
  }

  async speak(locale: Locale): Promise<void> {
    await this.appearance.speak(locale);
    await Promise.all(this.notebooks.map(({ session }) => session.setLocale(locale)));
  }

  /** Runs something the user asked for; whatever goes wrong is shown. */
  async attempt(act: () => void | Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.messages.fail(error);
    }
  }

  async chooseFiles(): Promise<void> {
    await this.open(await chooseFiles(this.words.files.kinds));
  }

  async chooseFolder(): Promise<void> {
    const files = await chooseFolder();
    if (!files) return;
    this.shelf.openFolder(files);
    this.layout.sideView = 'explorer';
    this.#provide();
    const first = files.find(({ path }) => isNotebook(path));
    if (first) await this.#openNotebook(first);
  }

  /** Opens notebooks; data files come to hand, and one that no open notebook was waiting for is imported. */
  async open(files: readonly OpenedFile[]): Promise<void> {
    const data = files.filter(({ path }) => !isNotebook(path));
    this.shelf.add(data);
    for (const file of files) if (isNotebook(file.path)) await this.#openNotebook(file);
    const awaited = this.#provide();
    for (const file of data) {
      if (awaited.has(fileName(file.path))) {
        this.messages.inform(this.words.files.atHand(fileName(file.path)));
      } else this.import(dataFile(file));
    }
  }

  async openRecent(recent: RecentFile): Promise<void> {
    const file = await reopen(recent);
    if (file) await this.#openNotebook(file);
  }

  async openSample(name: string): Promise<NotebookTab> {
    const open = this.notebooks.find(({ session }) => session.file === name);
    return open
      ? this.#show(open)
      : this.#show(this.#notebookTab(await sampleNotebook(name), name, null));
  }

  newNotebook(): NotebookTab {
    const name = this.#freeName();
    return this.#show(
      this.#notebookTab(newNotebookText(this.words.files.untitled, timeZone()), name, null),
    );
  }

  import(file: DataFile): void {
    const { locale } = this.language;
    const setting = { timezone: timeZone(), weekStart: 'monday', locale } as const;
    const tab = this.#show(new ImportTab(`import-${this.#next++}`, file, this.engine, setting));
    void this.attempt(() => tab.read());
  }

  /** Saves the notebook on screen; without a file to save to, or `elsewhere`, the user chooses one. */
  async save(tab: NotebookTab, elsewhere = false): Promise<boolean> {
    const { session } = tab;
    const { text } = session;
    const saved = await saveText(text, tab.name, elsewhere ? null : tab.handle);
    if (saved.how === 'given-up') return false;
    session.markSaved(text, saved.name);
    if (saved.how === 'file') {
      tab.handle = saved.handle;
      this.recent = await rememberFile(
        { path: saved.name, file: await saved.handle.getFile(), handle: saved.handle },
        Date.now(),
      );
    }
    const words = this.words.files;
    this.messages.announce(
      saved.how === 'file' ? words.saved(saved.name) : words.downloaded(saved.name),
    );
    return true;
  }

  /** Closes a tab; unsaved changes are asked about first. */
  async close(tab: Tab): Promise<void> {
    if (tab.kind === 'notebook' && tab.dirty && !(await this.#mayDiscard(tab))) return;
    const at = this.tabs.indexOf(tab);
    this.tabs = this.tabs.filter((each) => each !== tab);
    if (this.active === tab.id) this.active = (this.tabs[at] ?? this.tabs[at - 1] ?? WELCOME).id;
    if (this.tabs.length === 0) this.tabs = [WELCOME];
    if (tab.kind === 'notebook') await tab.session.close();
    if (tab.kind === 'import') await tab.close();
  }

  showWelcome(): void {
    this.#show(WELCOME);
  }

  show(tab: Tab): void {
    this.active = tab.id;
  }

  /** Shows the tab `step` places further, round and round. */
  stepTab(step: 1 | -1): void {
    const at = this.tabs.indexOf(this.tab);
    this.active = this.tabs[(at + step + this.tabs.length) % this.tabs.length]!.id;
  }

  /** Goes to the next problem of the notebook on screen, or to the first of another notebook. */
  stepProblem(step: 1 | -1): void {
    const tab = this.notebook ?? this.notebooks[0];
    const problems = tab?.session.problems ?? [];
    if (!tab || problems.length === 0) return;
    this.#problem = (this.#problem + step + problems.length) % problems.length;
    this.layout.showPanel('problems');
    this.goTo(tab, problems[this.#problem]!);
  }

  /** Brings the cell of a problem into view. */
  goTo(tab: NotebookTab, problem: ProblemData): void {
    this.show(tab);
    if (problem.at?.cell !== undefined) tab.reveal(problem.at.cell);
    this.messages.announce(this.sentence(problem));
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

  async #mayDiscard(tab: NotebookTab): Promise<boolean> {
    const { unsaved } = this.words;
    const answer = await this.ask(unsaved.question(tab.name), unsaved.detail, [
      unsaved.save,
      unsaved.discard,
      unsaved.cancel,
    ]);
    return answer === 0 ? this.save(tab) : answer === 1;
  }

  async #openNotebook(file: OpenedFile): Promise<void> {
    const open = this.notebooks.find(({ session }) => session.file === file.path);
    this.#show(open ?? this.#notebookTab(await file.file.text(), file.path, file.handle));
    this.recent = await rememberFile(file, Date.now());
  }

  #notebookTab(text: string, path: string, handle: FileSystemFileHandle | null): NotebookTab {
    const session = new Session(text, path, {
      engine: this.engine,
      locate: (wanted, sha256) => this.shelf.locate(path, wanted, sha256),
      now: () => Date.now(),
      locale: this.language.locale,
    });
    announceResults(
      session,
      () => this.language,
      (said) => this.messages.announce(said),
    );
    return new NotebookTab(`notebook-${this.#next++}`, session, handle);
  }

  #show<Shown extends Tab>(tab: Shown): Shown {
    if (!this.tabs.includes(tab)) this.tabs = [...this.tabs, tab];
    this.active = tab.id;
    return tab;
  }

  /** Tells every notebook that files came to hand; gives the names of the files their sources read. */
  #provide(): ReadonlySet<string> {
    for (const { session } of this.notebooks) session.provide();
    return new Set(
      this.notebooks.flatMap(({ session }) => filesRead(session.notebook).map(fileName)),
    );
  }

  #freeName(): string {
    const taken = new Set(this.notebooks.map(({ name }) => name));
    const { untitledFile } = this.words.files;
    let name = `${untitledFile}.lift.md`;
    for (let n = 2; taken.has(name); ++n) name = `${untitledFile}-${n}.lift.md`;
    return name;
  }
}
