import type { Language } from '../../locale/language';
import { type Cell, analysisKind } from '../../notebook/notebook';
import { timeZone } from '../../platform/machine';
import type { CellState } from '../../session/cell-state';
import { outputOf } from '../../session/cell-state';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What a cell is called: its kind for an analysis, else its type. */
export function cellTitle(cell: Cell, language: Language): string {
  const words = language.interface.cells.types;
  if (cell.type === 'unknown') return `${words.unknown}: ${cell.was}`;
  const kind = analysisKind(cell);
  if (kind === null) return words[cell.type];
  return language.words.analyses[kind]?.title ?? words.analysis;
}

/** What its result comes from, how long it took and how old it is: `events · 142 ms · just now`. */
export function metaText(cell: Cell, state: CellState, language: Language, now: number): string {
  const { head, source } = language.interface.cells;
  const { numbers } = language;
  const output = outputOf(state);
  const from =
    output?.type === 'analysis'
      ? (output.data?.source ?? '')
      : output?.type === 'source'
        ? source.rows(numbers.int(output.rows))
        : '';
  const took = state.state === 'done' ? duration(state.ms, language) : '';
  const age = 'at' in state ? ageText(state, language, now) : '';
  const saved = state.state === 'snapshot' ? head.saved(age) : age;
  const isStill = ['prose', 'input', 'metric', 'note', 'layout'].includes(cell.type);
  return isStill ? '' : [from, took, saved].filter(Boolean).join(' · ');
}

/** How long ago: “just now”, “5 minutes ago”, and a day later the day. */
function ageText(
  state: Extract<CellState, { readonly at: number }>,
  { interface: words, locale, numbers }: Language,
  now: number,
): string {
  const ago = now - state.at;
  if (state.state === 'snapshot' || ago >= DAY) return numbers.date(state.at, timeZone());
  if (ago < MINUTE) return words.cells.head.now;
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'short' });
  return ago < HOUR
    ? relative.format(-Math.floor(ago / MINUTE), 'minute')
    : relative.format(-Math.floor(ago / HOUR), 'hour');
}

function duration(ms: number, { interface: { cells }, numbers }: Language): string {
  return ms < 1000 ? cells.head.ms(numbers.int(ms)) : cells.head.seconds(numbers.num(ms / 1000, 1));
}
