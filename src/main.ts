import { mount } from 'svelte';
import { SandboxEngine } from './engine/client';
import { english } from './locale/language';
import { loadPreferences } from './platform/preferences';
import { prefetchApp } from './platform/prefetch';
import { recoverDrafts } from './workbench/acts/keep-drafts';
import App from './workbench/App.svelte';
import { Workbench } from './workbench/workbench.svelte';
import './workbench/theme.css';
import './workbench/controls.css';

if (window.top === window.self) await start();
else document.body.append(english.interface.framed);

/** Puts the workbench on the page, and fetches the rest of the app behind its back. */
async function start(): Promise<void> {
  const preferences = await loadPreferences(navigator.languages);
  const engine = new SandboxEngine((message) => workbench.messages.fail(new Error(message)));
  const workbench = new Workbench(engine, preferences);
  mount(App, { target: document.body, props: { workbench } });
  await workbench.attempt(() => workbench.start(preferences.locale));
  await Promise.all([
    workbench.attempt(() => recoverDrafts(workbench)),
    // The engine needs a moment to start, and has it while the reader looks at the first page.
    workbench.attempt(async () => void (await engine.forms(preferences.locale))),
  ]);
  workbench.ready = await prefetchApp();
}
