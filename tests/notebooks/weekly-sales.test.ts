import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { isObject } from '../../src/base/json';
import { dataFinder } from '../../src/cli/find-data';
import { nodeEngine } from '../../src/engine/node-engine';
import { setJson } from '../../src/notebook/edit';
import { cellAt } from '../../src/notebook/notebook';
import { Session } from '../../src/session/session';
import { type SampleRow, sampleRows } from '../sample-data/sample-rows';

const path = 'notebooks/weekly-sales.lift.md';
const session = new Session(readFileSync(path, 'utf8'), path, {
  engine: nodeEngine(),
  locate: dataFinder(path, new Map()),
  now: () => 0,
  locale: 'en',
  trusted: true,
});
const bought = sampleRows('shop-events.csv').filter(({ event }) => event === 'purchase');

afterAll(() => session.close());

function choose(id: string, value: string | number): void {
  session.apply((notebook) => {
    const cell = cellAt(notebook, id);
    const params = 'json' in cell && isObject(cell.json?.value) ? cell.json.value : {};
    return setJson(notebook, id, { ...params, value });
  });
}

function valueOf(name: string): unknown {
  const found = session.value(name);
  return 'value' in found ? found.value : found.problem;
}

/** The Monday of a row's week. */
function week({ ts }: SampleRow): string {
  const day = new Date(`${ts!.slice(0, 10)}T00:00:00Z`);
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}

/** What the notebook says, counted from the lines of the CSV. */
function counted(country: string, least: number) {
  const rows = bought.filter((row) => row['country'] === country && Number(row['amount']) >= least);
  const weeks = [...new Set(rows.map(week))].sort().map((start) => {
    const own = rows.filter((row) => week(row) === start);
    const users = new Set(own.map((row) => row['user_id'])).size;
    return { week: start, orders: own.length, revenue: sum(own), users };
  });
  return { orders: rows.length, revenue: sum(rows), weeks };
}

function sum(rows: readonly SampleRow[]): number {
  return Math.round(100 * rows.reduce((all, { amount }) => all + Number(amount), 0)) / 100;
}

describe('notebooks/weekly-sales.lift.md', () => {
  it.each([
    ['GB', 0],
    ['DE', 40],
    ['PL', 100],
  ])('counts what the file says, for orders in %s of at least %i', async (country, least) => {
    choose('country', country);
    choose('least', least);
    await session.run();
    expect(session.problems).toEqual([]);
    const { orders, revenue, weeks } = counted(country, least);
    expect(valueOf('orders')).toBe(orders);
    expect(valueOf('revenue')).toBe(revenue);
    const shown = valueOf('weekly') as readonly { readonly revenue: number }[];
    expect(shown.map((row) => ({ ...row, revenue: Math.round(100 * row.revenue) / 100 }))).toEqual(
      weeks,
    );
    expect(valueOf('share')).toBeCloseTo(revenue / sum(bought), 12);
  });
});
