import type { Locale } from '../locale/language';
import { analysisKind, cellOf } from '../notebook/notebook';
import type { Theme } from '../platform/preferences';
import { eraseStore } from '../platform/store';
import { compareWithOther, compareWithSaved } from './acts/compare';
import { experimentToFreeze, freezeThePlan } from './acts/freeze-plan';
import { exportPage } from './acts/export-page';
import { stepProblem } from './acts/go-to-problem';
import { openChosenFiles, openChosenFolder, openNew } from './acts/open-files';
import { closeTab, saveNotebook } from './acts/save-notebook';
import { runCode } from './acts/trust-code';
import { cellCommands } from './cells/cell-commands';
import { severalCommands } from './cells/several-commands';
import { INSERT_KINDS } from './cells/insert-kinds';
import { type Act, type Command, titledCommands } from './command';
import { tileCommands } from './dashboard/tile-commands';
import type { NotebookTab, NotebookView } from './notebook-tab.svelte';
import { focusRegion } from './regions';
import { sharingCommands } from './sharing-commands';
import type { Workbench } from './workbench.svelte';

/** Everything the user can do, in the reader's language. */
export function commandList(workbench: Workbench): readonly Command[] {
  const titles = workbench.words.commands;
  const acts: Record<keyof typeof titles, Act> = {
    ...fileCommands(workbench),
    ...editCommands(workbench),
    ...viewCommands(workbench),
    ...placeCommands(workbench),
    ...appearanceCommands(workbench),
    ...runCommands(workbench),
    ...helpCommands(workbench),
  };
  return [
    ...titledCommands(titles, acts),
    ...cellCommandList(workbench),
    ...writtenCommands(workbench),
    ...sharingCommands(workbench),
    ...tileCommands(workbench),
  ];
}

function cellCommandList(workbench: Workbench): readonly Command[] {
  const isHere = (): boolean => workbench.notebook?.view === 'notebook';
  // An editor that is about to open has been asked for: the keys are meant for it.
  const inCells = (): boolean =>
    isHere() &&
    workbench.notebook?.editing === null &&
    (document.activeElement?.matches('[data-cell]') ?? false);
  const { commands } = workbench.words.cells;
  return [
    ...cellCommands(commands, () => workbench.notebook?.navigation ?? null, isHere, inCells),
    ...severalCommands(workbench, isHere, inCells),
  ];
}

/** Commands of cells whose content people write; what they need is fetched when one is used. */
function writtenCommands(workbench: Workbench): readonly Command[] {
  const { insert, trustCommand } = workbench.words.written;
  const tab = (): NotebookTab | null => workbench.notebook;
  const inserts = INSERT_KINDS.map((kind): Command => ({
    id: `cell.insert.${kind}`,
    title: insert[kind],
    when: () => tab()?.view === 'notebook',
    run: async () => {
      const { insertKind } = await import('./acts/insert-cell');
      const here = tab();
      if (here) await insertKind(workbench, here, kind);
    },
  }));
  const trust: Command = {
    id: 'run.code',
    title: trustCommand,
    when: () => tab()?.session.trusted === false,
    run: async () => {
      const here = tab();
      if (here) await runCode(here.session);
    },
  };
  return [...inserts, trust];
}

function fileCommands(workbench: Workbench) {
  const when = (): boolean => workbench.notebook !== null;
  const save = async (elsewhere: boolean): Promise<void> => {
    if (workbench.notebook) await saveNotebook(workbench, workbench.notebook, elsewhere);
  };
  return {
    'file.new': { run: () => void openNew(workbench) },
    'file.open': { keys: ['Mod+O'], run: () => openChosenFiles(workbench) },
    'file.openFolder': { run: () => openChosenFolder(workbench) },
    'file.save': { keys: ['Mod+S'], when, run: () => save(false) },
    'file.saveAs': { keys: ['Mod+Shift+S'], when, run: () => save(true) },
    'file.exportPage': {
      when,
      run: async () => {
        if (workbench.notebook) await exportPage(workbench, workbench.notebook);
      },
    },
    'file.keepResults': {
      when,
      run: async () => {
        const { keepResults } = await import('./acts/keep-results');
        if (workbench.notebook) await keepResults(workbench, workbench.notebook);
      },
    },
    'file.dropResults': {
      when: () =>
        workbench.notebook?.session.notebook.cells.some(({ type }) => type === 'results') ?? false,
      run: () => workbench.notebook?.session.dropResults(),
    },
    'file.versions': { when, run: () => void (workbench.versions = workbench.notebook) },
    'file.close': { keys: ['Alt+W'], run: () => closeTab(workbench, workbench.tab) },
  };
}

function editCommands(workbench: Workbench) {
  return {
    'edit.undo': {
      keys: ['Mod+Z', 'Z'],
      when: () => workbench.notebook?.session.canUndo ?? false,
      run: () => workbench.notebook?.navigation.undo(),
    },
    'edit.redo': {
      keys: ['Mod+Y', 'Mod+Shift+Z', 'Shift+Z'],
      when: () => workbench.notebook?.session.canRedo ?? false,
      run: () => workbench.notebook?.navigation.redo(),
    },
  };
}

function viewCommands(workbench: Workbench) {
  const { layout } = workbench;
  const when = (): boolean => workbench.notebook !== null;
  const show = (view: NotebookView): Act => ({
    when,
    checked: () => workbench.notebook?.view === view,
    run: () => {
      if (workbench.notebook) workbench.notebook.view = view;
    },
  });
  return {
    'view.palette': {
      keys: ['Mod+Shift+P', 'F1', 'Mod+K'],
      run: () => void (workbench.palette = '>'),
    },
    'view.quickOpen': { keys: ['Mod+P'], run: () => void (workbench.palette = '') },
    'view.goToCell': { keys: ['Mod+Shift+O'], when, run: () => void (workbench.palette = '@') },
    'view.explorer': { keys: ['Mod+Shift+E'], run: () => layout.toggleSideView('explorer') },
    'view.outline': { run: () => layout.toggleSideView('outline') },
    'view.experiments': { run: () => layout.toggleSideView('experiments') },
    'view.search': {
      keys: ['Mod+F', 'Mod+H', 'Mod+Shift+F'],
      run: () => {
        layout.showSideView('search');
        workbench.search.asked += 1;
      },
    },
    'view.data': { run: () => layout.toggleSideView('data') },
    'view.sideBar': { keys: ['Mod+B'], run: () => layout.toggle('side') },
    'view.inspector': { keys: ['Mod+Alt+B'], run: () => layout.toggle('inspector') },
    'view.panel': { keys: ['Mod+J'], run: () => void (layout.panel = !layout.panel) },
    'view.problems': { keys: ['Mod+Shift+M'], run: () => layout.showPanel('problems') },
    'view.graph': { run: () => layout.showPanel('graph') },
    'view.log': { run: () => layout.showPanel('log') },
    'view.notebook': show('notebook'),
    'view.dashboard': show('dashboard'),
    'view.compareSaved': {
      when,
      run: () => {
        if (workbench.notebook) compareWithSaved(workbench.notebook);
      },
    },
    'view.compareOther': {
      when: () => workbench.notebook !== null && workbench.notebooks.length > 1,
      run: async () => {
        if (workbench.notebook) await compareWithOther(workbench, workbench.notebook);
      },
    },
    'view.source': show('source'),
  };
}

function placeCommands(workbench: Workbench) {
  const hasProblems = (): boolean => workbench.problems.length > 0;
  return {
    'view.nextProblem': { keys: ['F8'], when: hasProblems, run: () => stepProblem(workbench, 1) },
    'view.previousProblem': {
      keys: ['Shift+F8'],
      when: hasProblems,
      run: () => stepProblem(workbench, -1),
    },
    'view.nextRegion': { keys: ['F6'], run: () => focusRegion(1) },
    'view.previousRegion': { keys: ['Shift+F6'], run: () => focusRegion(-1) },
    'view.nextTab': { keys: ['Alt+PageDown'], run: () => workbench.stepTab(1) },
    'view.previousTab': { keys: ['Alt+PageUp'], run: () => workbench.stepTab(-1) },
  };
}

function appearanceCommands(workbench: Workbench) {
  const { appearance } = workbench;
  const theme = (value: Theme): Act => ({
    checked: () => appearance.theme === value,
    run: () => void (appearance.theme = value),
  });
  const language = (locale: Locale): Act => ({
    checked: () => appearance.language.locale === locale,
    run: () => workbench.speak(locale),
  });
  return {
    'view.themeSystem': theme('system'),
    'view.themeLight': theme('light'),
    'view.themeDark': theme('dark'),
    'view.themeContrast': theme('contrast'),
    'view.toggleTheme': { run: () => appearance.toggleTheme() },
    'view.english': language('en'),
    'view.chinese': language('zh-CN'),
  };
}

function runCommands(workbench: Workbench) {
  const when = (): boolean => workbench.notebook !== null;
  const present = (from: string | null): void => {
    if (workbench.notebook) workbench.presenting = { tab: workbench.notebook, from };
  };
  return {
    'run.present': {
      keys: ['F5'],
      when,
      run: () => present(null),
    },
    'run.presentHere': {
      keys: ['Shift+F5', 'Mod+Alt+Enter'],
      when,
      run: () => present(workbench.notebook?.selected ?? null),
    },
    'run.stale': { keys: ['Mod+Shift+Enter'], when, run: () => workbench.notebook?.session.run() },
    'run.all': {
      when,
      run: () => {
        const session = workbench.notebook?.session;
        return session?.run(session.notebook.cells.map(({ id }) => id));
      },
    },
    'run.cancel': {
      when: () => workbench.notebook?.running ?? false,
      run: () => workbench.notebook?.session.cancel(),
    },
    'run.freezePlan': {
      when: () => workbench.notebook !== null && experimentToFreeze(workbench.notebook) !== null,
      run: async () => {
        if (workbench.notebook) await freezeThePlan(workbench, workbench.notebook);
      },
    },
  };
}

function helpCommands(workbench: Workbench) {
  return {
    'view.settings': { keys: ['Mod+,'], run: () => workbench.showSettings() },
    'help.welcome': { run: () => workbench.showWelcome() },
    'help.howItWorks': {
      when: () => selectedKind(workbench) !== null,
      run: () => void (workbench.explained = selectedKind(workbench)),
    },
    'help.shortcuts': { run: () => void (workbench.showsShortcuts = true) },
    'help.erase': {
      run: () => eraseKept(workbench),
    },
  };
}

/** The analysis that the selected cell is. */
function selectedKind({ notebook }: Workbench): string | null {
  return notebook?.selected ? analysisKind(cellOf(notebook.notebook, notebook.selected)) : null;
}

async function eraseKept(workbench: Workbench): Promise<void> {
  const { erase, unsaved, files } = workbench.words;
  const answer = await workbench.ask(erase.question, erase.detail, [erase.erase, unsaved.cancel]);
  if (answer !== 0) return;
  await eraseStore();
  workbench.recent = [];
  workbench.messages.inform(files.erased);
}
