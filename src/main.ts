import { mount } from 'svelte';
import { SandboxEngine } from './engine/client';
import { firstEnglish } from './locale/language';
import { idle } from './platform/machine';
import { loadPreferences } from './platform/preferences';
import { prefetchApp } from './platform/prefetch';
import { recoverDrafts } from './workbench/acts/keep-drafts';
import App from './workbench/App.svelte';
import { Workbench } from './workbench/workbench.svelte';
import './workbench/theme.css';
import './workbench/controls.css';

if (window.top === window.self) void start();
else document.body.append(firstEnglish.interface.framed);

/** Puts the workbench on the page, and fetches the rest of the app behind its back. */
async function start(): Promise<void> {
  const preferences = await loadPreferences(navigator.languages);
  const engine = new SandboxEngine((message) => workbench.messages.fail(new Error(message)));
  const workbench = new Workbench(engine, preferences);
  // The engine starts beside the page, with the question that is asked most.
  const started = workbench.attempt(
    async () => void (await engine.form('experiment', preferences.locale)),
  );
  mount(App, { target: document.body, props: { workbench } });
  // The browser is slow to write its first number and its first date: while nobody waits for one.
  void idle().then(() => workbench.language.numbers.int(0));
  void idle().then(() => workbench.language.numbers.date(0, 'UTC'));
  await workbench.attempt(() => workbench.start(preferences.locale));
  await Promise.all([started, workbench.attempt(() => recoverDrafts(workbench))]);
  workbench.ready = await prefetchApp();
}
