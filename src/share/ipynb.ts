import type { Json, JsonObject } from '../base/json';
import { version } from '../engine/version';
import type { Language } from '../locale/language';
import type { Cell, ProseCell } from '../notebook/notebook';
import type { Session } from '../session/session';
import { type OutputPart, outputParts } from './output-parts';
import { proseText } from './prose-text';

/** Cells that have nothing to show outside Liftbook. */
const UNSEEN: readonly Cell['type'][] = ['header', 'results', 'layout', 'conflict', 'unknown'];

/**
 * A notebook with its results as a Jupyter notebook (nbformat 4.5): prose with its values, of every
 * other cell its text as a comment, since no kernel of Jupyter's runs it, and what came of it as
 * outputs. The figures of an analysis stand in full in `metadata.liftbook.result`.
 */
export async function jupyterNotebook(session: Session, language: Language): Promise<string> {
  const shared = await session.shared();
  const { notebook, file } = shared;
  const zone = notebook.header.timezone;
  const ids = new Set<string>();
  const cells: JsonObject[] = [];
  for (const cell of notebook.cells) {
    if (UNSEEN.includes(cell.type)) continue;
    const id = freeId(cell.id, ids);
    if (cell.type === 'prose') {
      const value = (path: string) => shared.value(path);
      cells.push(markdownCell(id, cell, proseText(cell.body, value, language, zone)));
    } else {
      const state = shared.state(cell.id);
      const outputs = (await outputParts(cell.id, state, session, language)).map(jupyterOutput);
      const result = 'output' in state && state.output?.type === 'analysis' ? state.output.result : null; // prettier-ignore
      cells.push(codeCell(id, cell, outputs, result));
    }
  }
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
    liftbook: { file: file.slice(file.lastIndexOf('/') + 1), version },
    ...(notebook.header.title && { title: notebook.header.title }),
  };
  const whole = { cells, metadata, nbformat: 4, nbformat_minor: 5 };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

function markdownCell(id: string, { attributes }: ProseCell, text: string): JsonObject {
  const { slide } = attributes;
  const metadata = slide === undefined ? {} : { liftbook: { slide } };
  return { cell_type: 'markdown', id, metadata, source: linesOf(text) };
}

function codeCell(
  id: string,
  cell: Cell,
  outputs: readonly JsonObject[],
  result: Json,
): JsonObject {
  const liftbook = { id: cell.id, type: cell.type, ...(result !== null && { result }) };
  const text = [`Liftbook: ${cell.type} ${cell.id}`, ...cell.body.trimEnd().split('\n')];
  return {
    cell_type: 'code',
    execution_count: null,
    id,
    metadata: { liftbook },
    outputs,
    source: linesOf(text.map((line) => `# ${line}`.trimEnd()).join('\n')),
  };
}

function jupyterOutput(part: OutputPart): JsonObject {
  const data =
    part.kind === 'figure'
      ? { 'image/svg+xml': linesOf(part.figure.svg), 'text/plain': linesOf(part.text) }
      : { 'text/markdown': linesOf(part.markdown), 'text/plain': linesOf(part.text) };
  return { output_type: 'display_data', data, metadata: {} };
}

/** Jupyter keeps text as lines, each with its end. */
function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

/** A name as Jupyter allows them, 1 to 64 letters, that no other cell has. */
function freeId(wanted: string, taken: Set<string>): string {
  const base = wanted.replace(/[^\w-]/g, '-').slice(0, 56) || 'cell';
  let id = base;
  for (let n = 2; taken.has(id); ++n) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
