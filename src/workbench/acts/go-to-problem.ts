import type { ProblemData } from '../../base/problem';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';

/** Brings the cell of a problem into view, and says the problem. */
export function goToProblem(workbench: Workbench, tab: NotebookTab, problem: ProblemData): void {
  workbench.show(tab);
  tab.problem = problem;
  if (problem.at?.cell !== undefined) tab.reveal(problem.at.cell);
  workbench.messages.announce(workbench.sentence(problem));
}

/** Goes to the problem after the last one shown (`step` 1) or before it (−1), round and round. */
export function stepProblem(workbench: Workbench, step: 1 | -1): void {
  const tab = workbench.notebook ?? workbench.notebooks[0];
  if (!tab || tab.problems.length === 0) return;
  const key = JSON.stringify(tab.problem);
  const at = tab.problems.findIndex((problem) => JSON.stringify(problem) === key);
  const from = at < 0 && step < 0 ? 0 : at;
  const next = (from + step + tab.problems.length) % tab.problems.length;
  workbench.layout.showPanel('problems');
  goToProblem(workbench, tab, tab.problems[next]!);
}
