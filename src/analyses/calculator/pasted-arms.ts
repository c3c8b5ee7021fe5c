import { Problem } from '../../base/problem';
import type { FinishedArm } from '../experiment/finished/finished-test';

/** `24,102`, `24.102`, `24 102` and `24102`: counts have no decimals. */
const COUNT = /^\d{1,3}(?:[,.'’\u00a0\u202f]\d{3})+$|^\d+$/;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Arms as they were pasted: a line for each, with its name, its users and its conversions between
 * tabs, semicolons, bars, spaces or commas. A first line of titles, without
 * digits where counts would stand, is passed over; arms without names are
 * `A`, `B` and so on, and may stand in one line.
 *
 * @throws {Problem} `not-arms`
 */
export function pastedArms(text: string): FinishedArm[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const arms = lines.flatMap((line, index) => {
    const cells = cellsOf(line);
    const found = pairsOf(cells) ?? named(cells);
    if (found === null && !(index === 0 && isTitles(cells)))
      throw new Problem('not-arms', { found: line }, AT);
    return found ?? [];
  });
  if (arms.length < 2) throw new Problem('not-arms', { found: text.trim() }, AT);
  return arms.map((arm, i) => ({ ...arm, name: arm.name || (LETTERS[i] ?? String(i + 1)) }));
}

const AT = { path: 'arms' };

function cellsOf(line: string): string[] {
  const separator = ['\t', ';', '|'].find((each) => line.includes(each)) ?? separatorOf(line);
  return line
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Spaces where counts stand between them, so that commas belong to thousands; else commas. */
function separatorOf(line: string): string | RegExp {
  const words = line.trim().split(/\s+/);
  return words.length > 1 && words.slice(-2).every((word) => COUNT.test(word)) ? /\s+/ : ',';
}

/** Nothing but counts, in pairs. */
function pairsOf(cells: readonly string[]): FinishedArm[] | null {
  if (cells.length % 2 !== 0 || !cells.every((cell) => COUNT.test(cell))) return null;
  return Array.from({ length: cells.length / 2 }, (_, i) => ({
    name: '',
    users: countOf(cells[2 * i]!),
    conversions: countOf(cells[2 * i + 1]!),
  }));
}

/** A name, of one word or several, and two counts. */
function named(cells: readonly string[]): FinishedArm[] | null {
  const [users, conversions] = cells.slice(-2);
  if (cells.length < 3 || !COUNT.test(users!) || !COUNT.test(conversions!)) return null;
  const name = cells.slice(0, -2).join(' ');
  return [{ name, users: countOf(users!), conversions: countOf(conversions!) }];
}

/** A line that cannot be read is no line of titles when counts were meant: an arm would get lost. */
function isTitles(cells: readonly string[]): boolean {
  const counts = cells.length < 3 ? cells : cells.slice(-2);
  return counts.every((cell) => !/\d/.test(cell));
}

function countOf(cell: string): number {
  return Number(cell.replace(/\D/g, ''));
}
