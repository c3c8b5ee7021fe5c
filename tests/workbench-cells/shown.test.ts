import { describe, expect, it } from 'vitest';
import { english } from '../../src/locale/english';
import { type Table } from '../../src/analyses/analysis';
import { chartRows } from '../../src/workbench/charts/chart-rows';
import { formNames } from '../../src/workbench/forms/form-names';
import { shownFields } from '../../src/workbench/forms/shown-fields';
import { axisLabel } from '../../src/share/axis-label';
import { numberPath } from '../../src/workbench/results/number-at';
import { tableNumbers } from '../../src/workbench/results/table-numbers';
import { toneSymbol } from '../../src/share/tone-symbol';

describe('shownFields', () => {
  const text = { type: 'string' };
  const properties = {
    ...{ source: text, exposure: { type: 'object' }, variant: text, alpha: { type: 'number' } },
    ...{ seed: { type: 'integer' }, kind: { const: 'experiment' } },
  };
  const schema = { type: 'object', properties, required: ['source'] };
  const names = formNames(null, [], []);
  const keys = (fields: readonly { readonly key: string }[]) => fields.map(({ key }) => key);

  it('folds away what few people change, until it has a value', () => {
    expect(keys(shownFields(schema, {}, names).rare)).toEqual(['seed']);
    expect(keys(shownFields(schema, { seed: 2 }, names).rare)).toEqual([]);
  });

  it('never offers the kind, nor what means nothing for such a table', () => {
    const units = { ...names, hasEvents: false };
    expect(keys(shownFields(schema, {}, units).usual)).toEqual(['source', 'variant', 'alpha']);
    const events = { ...names, hasEvents: true };
    expect(keys(shownFields(schema, {}, events).usual)).toEqual(['source', 'exposure', 'alpha']);
  });

  it('offers one way to say the variant while nobody knows what the table holds', () => {
    expect(keys(shownFields(schema, {}, names).usual)).toEqual(['source', 'exposure', 'alpha']);
    expect(keys(shownFields(schema, { variant: 'arm' }, names).usual)).toEqual([
      'source',
      'variant',
      'alpha',
    ]);
  });

  it('offers nothing that is read from users where the table holds counts of tests', () => {
    const counts = { ...names, hasEvents: false, isCounts: true };
    expect(keys(shownFields(schema, {}, counts).usual)).toEqual(['source', 'alpha']);
  });

  it('shows whatever has a value, so that it can be taken out', () => {
    const units = { ...names, hasEvents: false };
    expect(keys(shownFields(schema, { exposure: {} }, units).usual)).toContain('exposure');
  });
});

describe('chartRows', () => {
  it('gathers the data of all views', () => {
    const spec = {
      data: { values: [{ day: 1, lift: 0.1 }] },
      layer: [{ data: { values: [{ day: 2, mark: true }] } }, { mark: 'line' }],
    };
    expect(chartRows(spec)).toEqual({
      fields: ['day', 'lift', 'mark'],
      rows: [
        { day: 1, lift: 0.1 },
        { day: 2, mark: true },
      ],
    });
  });

  it('is empty for a chart without data of its own', () => {
    expect(chartRows({ data: { name: 'ab' }, mark: 'bar' })).toEqual({ fields: [], rows: [] });
  });
});

describe('tableNumbers', () => {
  const table: Table = {
    ...{ name: 'results', title: 'Results' },
    columns: [
      { key: 'metric', title: 'Metric', format: 'text' },
      { key: 'p', title: 'p', format: 'p', path: 'p' },
      { key: 'lift', title: 'Lift', format: 'lift', path: 'lift' },
    ],
    rows: [{ path: 'metrics.purchase', metric: 'purchase', p: 0.0086, lift: null }],
  };

  it('lists the numbers that say where they stand', () => {
    expect(tableNumbers([table, table], english, 'UTC')).toEqual([
      { path: 'metrics.purchase.p', title: 'purchase · p: 0.0086' },
    ]);
  });

  it('joins the path of the row with that of the column', () => {
    const row = { path: 'arms[0]' };
    expect(numberPath({ key: 'a', title: '', format: 'text', path: '' }, row)).toBe('arms[0]');
    expect(numberPath({ key: 'a', title: '', format: 'text', path: '[1]' }, row)).toBe(
      'arms[0][1]',
    );
    expect(numberPath({ key: 'a', title: '', format: 'text' }, row)).toBeNull();
    expect(numberPath({ key: 'a', title: '', format: 'text', path: 'x' }, {})).toBeNull();
  });
});

describe('axisLabel', () => {
  const axis = (to: number) => ({ from: -to, to, ticks: [] });

  it.each([
    [-0.2, 0.2, 'lift', '−20 %'],
    [0.25, 0.25, 'lift', '+25 %'],
    [0.015, 0.015, 'lift', '+1.5 %'],
    [0, 0.2, 'lift', '0'],
    [-0.005, 0.005, 'points', '−0.5 pp'],
    [1.5, 1.5, 'signed', '+1.5'],
  ] as const)('writes %s on an axis to %s as %s: %s', (tick, to, format, text) => {
    expect(axisLabel(tick, axis(to), format, english.numbers)).toBe(text);
  });
});

describe('toneSymbol', () => {
  it('says which way a number went, whatever that means', () => {
    expect(toneSymbol('good', 0.1)).toBe('▲');
    expect(toneSymbol('good', -0.1)).toBe('▼');
    expect(toneSymbol('bad', 0.1)).toBe('▲');
  });

  it('marks words, and leaves neutral ones alone', () => {
    expect(toneSymbol('bad', 'worse')).toBe('✕');
    expect(toneSymbol('neutral', 0.1)).toBe('');
  });
});
