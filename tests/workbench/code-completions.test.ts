import { describe, expect, it } from 'vitest';
import { codeCompletions } from '../../src/workbench/editor/code-completions';

const CELLS = [
  {
    id: 'events',
    columns: [
      { name: 'user_id', kind: 'text' },
      { name: 'amount', kind: 'number' },
      { name: 'page title', kind: 'text' },
    ],
  },
  { id: 'users', columns: [{ name: 'age', kind: 'number' }] },
  { id: 'least', columns: null },
];

/** The labels offered at the `|` of the code, and what of the code they would replace. */
function offered(
  code: string,
): { readonly labels: readonly string[]; readonly over: string } | null {
  const at = code.indexOf('|');
  const text = code.replace('|', '');
  const found = codeCompletions(text, at, CELLS);
  return (
    found && { labels: found.options.map(({ label }) => label), over: text.slice(found.from, at) }
  );
}

describe('codeCompletions(text, at, cells)', () => {
  it('offers cells, op and aq where a value begins', () => {
    expect(offered('ev|')).toEqual({
      labels: ['events', 'users', 'least', 'op', 'aq'],
      over: 'ev',
    });
  });

  it.each([
    'events.fi|',
    'events.filter(d => d.amount > 1).fi|',
    'events\n  .filter(d => 1)\n  .fi|',
  ])('offers verbs behind a table: %s', (code) => {
    expect(offered(code)!.labels).toContain('filter');
    expect(offered(code)!.over).toBe('fi');
  });

  it.each(['events.filter(d => d.am|)', 'events.filter((d, $) => d.am|)'])(
    'offers the columns of the tables that are named behind the row: %s',
    (code) => {
      expect(offered(code)).toEqual({ labels: ['user_id', 'amount'], over: 'am' });
    },
  );

  it.each(["events.groupby('us|')", 'events.select("amount", "us|")'])(
    'offers columns in quotes: %s',
    (code) => {
      expect(offered(code)).toEqual({ labels: ['user_id', 'amount', 'page title'], over: 'us' });
    },
  );

  it('offers functions behind op, and values of other cells behind $', () => {
    expect(offered('events.rollup({ n: op.co|')!.labels).toContain('local_week');
    expect(offered('events.filter((d, $) => d.amount > $.|)')!.labels).toEqual(['least']);
  });

  it.each(['// ev|', 'const x = 12|', 'Math.|'])('offers nothing in %s', (code) => {
    expect(offered(code)).toBeNull();
  });
});
