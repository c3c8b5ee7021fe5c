import type { Chart } from '../../analyses/analysis';
import { Problem } from '../../base/problem';
import { type Language, problemLine } from '../../locale/language';
import type { Cell } from '../../notebook/notebook';
import { type Slide, slidesOf } from '../../notebook/slides';
import type { Session } from '../../session/session';
import type { SharedNotebook } from '../../session/shared-notebook';
import { factsBehind, factsOfAll } from '../facts';
import { figureOf } from '../figure';
import { findingLines } from '../finding-lines';
import { metricText } from '../metric-text';
import { outputParts } from '../output-parts';
import { proseText } from '../prose-text';
import { shownTable } from '../shown-table';
import type { Block, DeckSlide, Look } from './deck';
import { proseBlocks } from './prose-blocks';

/** The slides of a notebook: of an analysis its verdict, its first table and its first chart. */
export async function notebookDeck(
  session: Session,
  language: Language,
): Promise<readonly DeckSlide[]> {
  const shared = await session.shared();
  const deck: DeckSlide[] = [];
  for (const slide of slidesOf(shared.notebook.cells)) {
    const blocks: Block[] = [];
    for (const cell of slide.cells) {
      blocks.push(...(await cellBlocks(cell, shared, session, language)));
    }
    deck.push({ ...titled(blocks), ...around(slide, shared, session, language) });
  }
  return deck;
}

/** The first heading of a slide is its title. */
function titled(blocks: readonly Block[]): Pick<DeckSlide, 'title' | 'blocks'> {
  const [first, ...rest] = blocks;
  const heading = first?.kind === 'text' ? first.paragraphs[0] : undefined;
  if (first?.kind !== 'text' || heading?.look !== 'heading') return { title: '', blocks };
  const paragraphs = first.paragraphs.slice(1);
  const left = paragraphs.length > 0 ? [{ ...first, paragraphs }] : [];
  return { title: heading.text, blocks: [...left, ...rest] };
}

function around(
  { cells, notes }: Slide,
  shared: SharedNotebook,
  session: Session,
  language: Language,
): Pick<DeckSlide, 'notes' | 'foot'> {
  const zone = shared.notebook.header.timezone;
  const ids = cells.map(({ id }) => id);
  const own = factsBehind(ids, session, language);
  const value = (path: string) => shared.value(path);
  return {
    foot: (own.length > 0 ? own : factsOfAll(session, language)).join(' · '),
    notes: notes.map(({ body }) => proseText(body, value, language, zone).trim()).join('\n\n'),
  };
}

async function cellBlocks(
  cell: Cell,
  shared: SharedNotebook,
  session: Session,
  language: Language,
): Promise<readonly Block[]> {
  const zone = shared.notebook.header.timezone;
  if (cell.type === 'prose') {
    const value = (path: string) => shared.value(path);
    return proseBlocks(proseText(cell.body, value, language, zone));
  }
  const state = shared.state(cell.id);
  const output = 'output' in state ? state.output : null;
  switch (output?.type) {
    case 'analysis': {
      const { answers, checks, warnings } = findingLines(output.findings, language);
      const [table] = output.tables;
      const [chart] = output.charts;
      return [
        text(answers, 'answer'),
        text([checks.join('   '), ...warnings], 'small'),
        ...(table ? [{ kind: 'table', title: table.title, table: shownTable(table, language, zone) } as const] : []), // prettier-ignore
        ...(chart ? [await picture(chart, language)] : []),
      ];
    }
    case 'chart':
      return [await picture(output.chart, language)];
    case 'metric': {
      const { label, value, interval, compare } = metricText(output.params, language, zone);
      const other = [compare?.change, compare?.label, compare?.value];
      const under = [interval, ...other].filter(Boolean).join(' · ');
      return [text([label ?? ''], 'plain'), text([value], 'number'), text([under], 'small')];
    }
    default: {
      const parts = await outputParts(cell.id, state, session, language);
      return parts.flatMap((part) => (part.kind === 'text' ? proseBlocks(part.markdown) : []));
    }
  }
}

function text(lines: readonly string[], look: Look): Block {
  const paragraphs = lines.filter((line) => line !== '').map((line) => ({ text: line, look }));
  return { kind: 'text', paragraphs };
}

async function picture(chart: Chart, language: Language): Promise<Block> {
  try {
    const { title, description } = chart;
    return { kind: 'picture', figure: await figureOf(chart, ''), text: `${title}. ${description}` };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return text([problemLine(error, language)], 'small');
  }
}
