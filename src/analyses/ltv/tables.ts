import { formatPath } from '../../notebook/path';
import type { Language } from '../../locale/language';
import type { Table, TableColumn } from '../analysis';
import type { LtvResult, ModelResult, SpendingResult } from './result';

/** The value by age, by cohort, the models, how they did on what was held out, and what they expect. */
export function tables(result: LtvResult, language: Language): Table[] {
  const list = [
    curveTable(result, language),
    cohortTable(result, language),
    modelTable(result, language),
    holdoutTable(result, language),
    forecastTable(result, language),
  ];
  return list.filter(({ rows }) => rows.length > 0);
}

function curveTable({ overall, unit, period }: LtvResult, { words, numbers }: Language): Table {
  return {
    name: 'overall',
    title: words.ltv.curve,
    columns: [
      { key: 'after', title: words.ltv.after, format: 'text' },
      { key: 'of', title: words.ltv.customers, format: 'count', path: 'of' },
      {
        ...{ key: 'value', title: words.ltv.perCustomer, format: 'money', path: 'value' },
        caption: 'range',
      },
      { key: 'total', title: words.ltv.total, format: 'money' },
    ],
    rows: overall.map(({ offset, of, total, value, low, high, bandLow, bandHigh }, i) => ({
      path: formatPath(['overall', i]),
      ...{
        offset,
        after: words.ltv.age(offset, period),
        of,
        total,
        value,
        low,
        high,
        bandLow,
        bandHigh,
      },
      ...{
        unit,
        range:
          low === null ? null : words.fromTo(numbers.money(low, unit), numbers.money(high!, unit)),
      },
    })),
  };
}

function cohortTable({ cohorts, overall, unit, period }: LtvResult, { words }: Language): Table {
  return {
    name: 'cohorts',
    title: words.ltv.cohorts,
    columns: [
      { key: 'cohort', title: words.ltv.cohort, format: 'date' },
      { key: 'customers', title: words.ltv.customers, format: 'count', path: '' },
      ...overall.map(({ offset }): TableColumn => ({
        ...{ key: `value${offset}`, title: words.ltv.age(offset, period) },
        ...{ format: 'money', path: `cells[${offset}]` },
      })),
    ],
    rows: cohorts.map(({ cohort, customers, cells }) => ({
      path: formatPath(['cohorts', cohort]),
      ...{ cohort, customers, unit },
      ...Object.fromEntries(cells.map(({ offset, value }) => [`value${offset}`, value])),
    })),
  };
}

function modelTable({ model, spending }: LtvResult, { words, numbers }: Language): Table {
  const rows = [
    ...parameterRows('model', model, words.ltv.buying),
    ...parameterRows('spending', spending, words.ltv.spending),
  ];
  return {
    name: 'model',
    title: words.ltv.model,
    columns: [
      { key: 'model', title: words.ltv.model, format: 'text' },
      { key: 'name', title: words.ltv.parameter, format: 'text' },
      { key: 'estimate', title: words.ltv.estimate, format: 'number', path: '' },
      { key: 'error', title: words.ltv.error, format: 'number' },
      { key: 'range', title: words.ltv.range, format: 'text' },
    ],
    rows: rows.map((row) => ({
      ...row,
      range: words.fromTo(numbers.num(row.low), numbers.num(row.high)),
    })),
  };
}

function parameterRows(list: string, fitted: ModelResult | SpendingResult | null, model: string) {
  return (fitted?.parameters ?? []).map(({ name, estimate, error, low, high }) => ({
    path: formatPath([list, 'parameters', name]),
    ...{ model, name, estimate, error, low, high },
  }));
}

function holdoutTable({ holdout }: LtvResult, { words }: Language): Table {
  return {
    name: 'holdout',
    title: words.ltv.holdout,
    columns: [
      { key: 'before', title: words.ltv.repeats, format: 'text' },
      { key: 'customers', title: words.ltv.customers, format: 'count' },
      { key: 'actual', title: words.ltv.actual, format: 'count' },
      { key: 'expected', title: words.ltv.expected, format: 'number' },
    ],
    rows: (holdout?.byRepeats ?? []).map((row, i) => ({
      path: formatPath(['holdout', 'byRepeats', i]),
      before: row.isOpen ? `${row.repeats}+` : String(row.repeats),
      ...row,
    })),
  };
}

function forecastTable({ forecast, unit }: LtvResult, { words }: Language): Table {
  return {
    name: 'forecast',
    title: words.ltv.forecast,
    columns: [
      { key: 'repeats', title: words.ltv.repeats, format: 'text' },
      { key: 'silent', title: words.ltv.silent, format: 'text' },
      { key: 'customers', title: words.ltv.customers, format: 'count', path: '' },
      { key: 'there', title: words.ltv.there, format: 'rate' },
      { key: 'purchases', title: words.ltv.expected, format: 'number' },
      { key: 'value', title: words.ltv.expectedValue, format: 'money' },
      { key: 'each', title: words.ltv.perCustomer, format: 'money' },
    ],
    rows: (forecast?.cells ?? []).map(({ problem: _, ...row }, i) => ({
      path: formatPath(['forecast', 'cells', i]),
      ...row,
      ...{ unit, each: row.value === null ? null : row.value / row.customers },
    })),
  };
}
