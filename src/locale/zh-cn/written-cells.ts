import type { writtenCellWords as english } from '../en/written-cells';

export const writtenCellWords: typeof english = {
  chart: {
    description: (fields, rows) => `${fields || '数据'}的图表，共 ${rows} 行数据。`,
  },
  metric: {
    interval: (low, high) => `${low} 至 ${high}`,
  },
};
