import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { badData } from './bad-data';
import { badNotebooks } from './bad-notebooks';
import { badParams } from './bad-params';
import { type BadInput, GOOD_FILE, HERE } from './bad-input';

/** Everything wrong that we know of. */
export const badInputs: readonly BadInput[] = [...badData, ...badNotebooks, ...badParams];

/** Writes each bad input into a folder of its own, with `manifest.json` beside them: what has to be said of each. */
export function writeBadInputs(folder: string): void {
  for (const { name, notebook, files } of badInputs) {
    mkdirSync(join(folder, name), { recursive: true });
    const text = typeof notebook === 'string' ? notebook.replaceAll(HERE, '') : notebook;
    const all = { 'units.csv': GOOD_FILE, ...files, 'book.lift.md': text };
    for (const [file, content] of Object.entries(all)) {
      writeFileSync(join(folder, name, file), content);
    }
  }
  const manifest = badInputs.map((bad) => ({ ...told(bad), line: lineOf(bad) }));
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The line of the notebook that has to be named, from 1; null where none has to. */
export function lineOf({ notebook }: BadInput): number | null {
  const at = typeof notebook === 'string' ? notebook.indexOf(HERE) : -1;
  return at < 0 ? null : (notebook as string).slice(0, at).split('\n').length;
}

function told({ name, code, says, exit }: BadInput) {
  return { name, code, says, exit };
}
