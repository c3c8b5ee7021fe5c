import { describe, expect, it } from 'vitest';
import { stepBars } from '../../src/charts/step-bars';

describe('bars by step', () => {
  it('have their text above both the bar and its interval, where neither crosses it', () => {
    const bar = { series: 'all', value: 0.4, low: 0.3 };
    const spec = stepBars(
      [
        { ...bar, step: 'silver', high: 0.5, openTo: 0.4, label: '40 %' },
        { ...bar, step: 'gold', high: 0.5, openTo: 0.7, label: '40 %' },
      ],
      { axis: 'Share', series: ['all'], open: 'Open', description: 'In words.' },
      '.0%',
    ) as { data: { values: { top: number }[] }; layer: object[] };
    expect(spec.data.values.map(({ top }) => top)).toEqual([0.5, 0.7]);
    expect(spec.layer.at(-1)).toMatchObject({
      mark: { type: 'text', baseline: 'bottom' },
      encoding: { y: { field: 'top' }, text: { field: 'label' } },
    });
  });
});
