import { describe, expect, it } from 'vitest';
import { charts } from '../../src/analyses/experiment/charts';
import type { ExperimentResult } from '../../src/analyses/experiment/result';
import { loadLanguage } from '../../src/locale/language';

const point = { through: '2026-03-02', arm: 'B', estimate: 0.004, low: -0.02, high: 0.03 };
const result = {
  arms: [],
  metrics: [{ name: 'goal', comparisons: [], series: [point] }],
  traffic: [],
} as unknown as ExperimentResult;

describe('the chart over time', () => {
  it.each([
    ['en', 'always-valid'],
    ['zh-CN', '随时可看'],
  ] as const)('says in %s that its band is not the interval of one look', async (locale, kind) => {
    const [chart] = charts(result, await loadLanguage(locale));
    expect(chart).toMatchObject({ name: 'over-time' });
    expect(chart!.title).toContain(kind);
    expect(chart!.description).toContain(kind);
  });
});
