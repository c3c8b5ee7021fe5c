import { replaced } from './arrange';
import { fencedText, newCellText, proseText } from './cell-text';
import { freshId, insertCell, refuseNewer, setBody } from './edit';
import { type Cell, type Notebook, cellAt } from './notebook';

/** A text that is one piece of JavaScript and nothing else. */
const CODE = /^(`{3,})(?:js|javascript)\n(?:([\s\S]*)\n)?\1\s*$/;

/** Can `turnToProse` turn it? */
export function isCode({ type }: Cell): boolean {
  return type === 'transform';
}

/** Can `turnToTransform` turn it? */
export function isProse({ type }: Cell): boolean {
  return type === 'prose';
}

/**
 * The transform `id` as text that shows its code. It keeps its name.
 *
 * @throws {Problem} `newer-version`
 */
export function turnToProse(notebook: Notebook, id: string): Notebook {
  refuseNewer(notebook);
  const { attributes, body, written } = cellAt(notebook, id);
  const text = proseText({ written, attributes, body: fencedText('js', body) });
  return replaced(notebook, id, text);
}

/**
 * The text `id` as a transform: of the code it shows, where it shows nothing else, else of its words
 * as they stand. It keeps its name, or gets one.
 *
 * @throws {Problem} `newer-version`
 */
export function turnToTransform(notebook: Notebook, id: string): Notebook {
  refuseNewer(notebook);
  const { attributes, body, written } = cellAt(notebook, id);
  const name = written ?? freshId(notebook, 'transform');
  const shown = CODE.exec(body);
  const code = shown ? (shown[2] ?? '') : body;
  const text = newCellText({ type: 'transform', attributes, body: code }, name);
  return replaced(notebook, id, text);
}

/**
 * The text `id` as two: what stands before `offset` keeps its name, what stands behind it is a text
 * of its own. Blank lines where they part are left out.
 *
 * @throws {Problem} `newer-version`
 */
export function splitProse(notebook: Notebook, id: string, offset: number): Notebook {
  const cell = cellAt(notebook, id);
  const before = cell.body.slice(0, offset).replace(/\s+$/, '');
  const behind = cell.body.slice(offset).replace(/^(?:[^\S\n]*\n)+/, '');
  const at = notebook.cells.indexOf(cell) + 1;
  return setBody(insertCell(notebook, at, { type: 'prose', body: behind }), id, before);
}
