import type { Cell } from '../../notebook/notebook';

const LINE = 23;
const CHARACTERS = 88;
const PADDING = 8;

/** About how high a cell will be, in pixels: what the page takes until the browser has seen it. */
export function expectedHeight({ type, body }: Cell): number {
  if (type === 'analysis') return 720;
  if (type === 'source') return 160;
  if (type === 'chart' || type === 'transform') return 300;
  if (type === 'metric') return 166;
  if (type !== 'prose') return 135;
  const lines = body.split('\n').map((line) => Math.ceil(line.length / CHARACTERS));
  return LINE * lines.reduce((sum, line) => sum + line, 1) + PADDING;
}
