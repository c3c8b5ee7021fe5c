import { type Json, isObject } from '../base/json';
import type { Language } from '../locale/language';
import type { Notebook } from '../notebook/notebook';
import { snapshotOf } from '../notebook/snapshot';
import { LOG_FILE, type Recorded, decisionsIn } from './decision-log';
import { verdictOf } from './verdict';

/** An experiment of a folder. */
export interface ListedExperiment {
  /** The notebook's file, and the cell. */
  readonly file: string;
  readonly cell: string;
  /** The notebook's title, else its file. */
  readonly title: string;
  readonly owner: string | null;
  /** As the result that is saved in the file has it; null where there is none. */
  readonly verdict: string | null;
  /** ISO 8601: when that was saved. */
  readonly savedAt: string | null;
  /** What was recorded about it last. */
  readonly recorded: Recorded | null;
}

/** The experiments in the notebooks of a folder, in their order, with what its log says of them. */
export function listExperiments(
  notebooks: readonly Notebook[],
  language: Language,
): readonly ListedExperiment[] {
  const log = notebooks.find(({ file }) => nameOf(file) === LOG_FILE);
  const decisions = log ? decisionsIn(log, language) : [];
  return notebooks.flatMap((notebook) => experimentsOf(notebook, decisions));
}

function experimentsOf(
  notebook: Notebook,
  decisions: readonly Recorded[],
): readonly ListedExperiment[] {
  const { file, cells, header } = notebook;
  const snapshot = snapshotOf(notebook);
  return cells.flatMap((cell): readonly ListedExperiment[] => {
    const params: Json = cell.type === 'analysis' ? (cell.json?.value ?? null) : null;
    if (!isObject(params) || params['kind'] !== 'experiment') return [];
    const saved = snapshot?.cells[cell.id];
    const verdict = saved ? verdictOf(saved.result) : null;
    const { owner } = params;
    const isIt = (each: Recorded): boolean => each.file === nameOf(file) && each.cell === cell.id;
    return [
      {
        file,
        cell: cell.id,
        title: header.title ?? nameOf(file),
        owner: typeof owner === 'string' ? owner : null,
        verdict,
        savedAt: verdict === null ? null : snapshot!.at,
        recorded: decisions.findLast(isIt) ?? null,
      },
    ];
  });
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
