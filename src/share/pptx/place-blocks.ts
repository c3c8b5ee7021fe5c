import { lines } from '../lines';
import { rowHeights } from './table-size';
import { type Block, type DeckSlide, type Paragraph, SIZES } from './deck';

/** A block with its place on a slide, in pixels. */
export interface Placed {
  readonly block: Block;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The room between a slide's title and its foot. */
export const ROOM = { x: 64, y: 112, width: 1152, bottom: 656 };

const GAP = 14;
const LEADING = 1.4;
/** A chart that is lower than this cannot be read. */
const LEAST_PICTURE = 230;
const MOST_PICTURE = 430;

/**
 * The blocks of a slide on as many slides as they need: what does not fit goes on to the next one,
 * long tables row by row. Nothing is cut and nothing is made smaller than can be read.
 */
export function placeBlocks({ blocks }: DeckSlide): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]];
  let y = ROOM.y;
  const next = (): void => {
    if (pages.at(-1)!.length > 0) pages.push([]);
    y = ROOM.y;
  };
  const put = (block: Block, height: number, width = ROOM.width): void => {
    pages.at(-1)!.push({ block, x: ROOM.x, y, width, height });
    y += height + GAP;
  };
  const queue = blocks.filter((block) => block.kind !== 'text' || block.paragraphs.length > 0);
  for (let block = queue.shift(); block; block = queue.shift()) {
    const left = ROOM.bottom - y;
    if (block.kind === 'picture') {
      if (left < LEAST_PICTURE) next();
      const { width, height } = block.figure;
      const scale = Math.min(ROOM.width / width, Math.min(MOST_PICTURE, ROOM.bottom - y) / height);
      put(block, height * scale, width * scale);
      continue;
    }
    const height = heightOf(block);
    if (height <= left) put(block, height);
    else {
      const [fitting, rest] = split(block, left);
      if (fitting) put(fitting, heightOf(fitting));
      if (fitting || pages.at(-1)!.length > 0) queue.unshift(rest);
      else put(rest, heightOf(rest));
      next();
    }
  }
  return pages.filter((page, k) => page.length > 0 || k === 0);
}

/** What of a block fits into `room` pixels, or null, and what is left of it. */
function split(block: Block, room: number): readonly [Block | null, Block] {
  if (block.kind === 'table') {
    const { table } = block;
    let used = 0;
    const tooLow = rowHeights(table, ROOM.width).findIndex((height) => (used += height) > room);
    const count = tooLow - 1;
    if (count < 1 || count >= table.rows.length) return [null, block];
    return [
      { ...block, table: { ...table, rows: table.rows.slice(0, count) } },
      { ...block, table: { ...table, rows: table.rows.slice(count) } },
    ];
  }
  if (block.kind !== 'text') return [null, block];
  let used = 0;
  const count = block.paragraphs.findIndex(
    (paragraph) => (used += paragraphHeight(paragraph)) > room,
  );
  if (count < 1) return [null, block];
  return [
    { ...block, paragraphs: block.paragraphs.slice(0, count) },
    { ...block, paragraphs: block.paragraphs.slice(count) },
  ];
}

function heightOf(block: Exclude<Block, { kind: 'picture' }> | Block): number {
  if (block.kind === 'table')
    return rowHeights(block.table, ROOM.width).reduce((sum, height) => sum + height, 0);
  if (block.kind === 'picture') return block.figure.height;
  return block.paragraphs.reduce((sum, paragraph) => sum + paragraphHeight(paragraph), 0);
}

function paragraphHeight({ text, look }: Paragraph): number {
  const size = SIZES[look];
  return Math.max(1, lines(text, ROOM.width / size).length) * size * LEADING;
}
