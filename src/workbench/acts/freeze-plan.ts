import { experimentsOf, freezePlan } from '../../session/freeze-plan';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** The experiment to freeze: the selected one, else the first; null where there is none. */
export function experimentToFreeze({ session, selected }: NotebookTab): string | null {
  const experiments = experimentsOf(session.notebook);
  return experiments.find((id) => id === selected) ?? experiments[0] ?? null;
}

/** Freezes the plan of an experiment and says what that means. */
export function freezeThePlan(workbench: Workbench, tab: NotebookTab): Promise<void> {
  return workbench.attempt(() => {
    const id = experimentToFreeze(tab);
    if (id === null) return;
    freezePlan(tab.session, id, Date.now());
    workbench.messages.inform(workbench.words.files.frozen(id));
  });
}
