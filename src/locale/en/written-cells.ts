/** What the cells say whose content people write themselves, in English: code, charts, inputs, numbers and notes. */
export const writtenCellWords = {
  chart: {
    description: (fields: string, rows: string, n: number): string =>
      `Chart of ${fields || 'its data'}, drawn from ${n === 1 ? '1 row' : `${rows} rows`}.`,
  },
  metric: {
    interval: (low: string, high: string): string => `${low} to ${high}`,
  },
  transform: {
    edit: 'Edit code',
    editor: (id: string): string => `Code of ${id}`,
    open: (id: string): string => `Edit the code of ${id}`,
    placeholder: 'JavaScript with Arquero. The last line is the value: events.groupby(…).count()',
  },
  input: {
    from: (label: string): string => `${label}, from`,
    to: (label: string): string => `${label}, to`,
  },
  note: {
    on: (cell: string): string => `On “${cell}”`,
    resolve: 'Resolve',
    reopen: 'Reopen',
    empty: 'Empty note. Write it in the settings on the right.',
  },
  trust: {
    run: 'Run this notebook’s code',
    restricted: 'Code not run',
    detail:
      'This notebook holds code that you have not allowed to run. Click to run it: it cannot reach the network, this page or your files.',
  },
  /** Commands that insert a cell, by its kind. */
  insert: {
    text: 'Insert text',
    data: 'Insert data…',
    analysis: 'Insert analysis',
    transform: 'Insert transform (code)',
    chart: 'Insert chart',
    input: 'Insert input',
    metric: 'Insert metric',
    segment: 'Insert segment',
    note: 'Insert note on the selected cell',
  },
  trustCommand: 'Run this notebook’s code',
};
