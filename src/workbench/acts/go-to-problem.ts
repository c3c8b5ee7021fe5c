import type { ProblemData } from '../../base/problem';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { LocatedProblem, Workbench } from '../workbench.svelte';

/** Brings the cell of a problem into view, and says the problem. */
export function goToProblem(workbench: Workbench, tab: NotebookTab, problem: ProblemData): void {
  workbench.show(tab);
  tab.problem = problem;
  if (problem.at?.cell !== undefined) tab.reveal(problem.at.cell);
  workbench.messages.announce(workbench.sentence(problem));
}

/** Goes to the problem after the last one shown (`step` 1) or before it (−1), round and round through all open notebooks. */
export function stepProblem(workbench: Workbench, step: 1 | -1): void {
  const { problems, notebook } = workbench;
  if (problems.length === 0) return;
  const key = JSON.stringify(notebook?.problem);
  const isLast = ({ tab, problem }: LocatedProblem): boolean =>
    tab === notebook && JSON.stringify(problem) === key;
  const own = problems.filter(({ tab }) => tab === notebook);
  const last = problems.findIndex(isLast);
  const first = own[0] ? problems.indexOf(own[0]) : 0;
  const start = last < 0 ? first - (step === 1 ? 1 : 0) : last;
  const next = problems[(start + step + problems.length) % problems.length]!;
  workbench.layout.showPanel('problems');
  goToProblem(workbench, next.tab, next.problem);
}
