/** What the cells say whose content people write themselves, in English: code, charts, inputs, numbers and notes. */
export const writtenCellWords = {
  chart: {
    description: (fields: string, rows: string, n: number): string =>
      `Chart of ${fields || 'its data'}, drawn from ${n === 1 ? '1 row' : `${rows} rows`}.`,
  },
  metric: {
    interval: (low: string, high: string): string => `${low} to ${high}`,
  },
};
