import { View, parse } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { pairedBars } from '../../src/charts/paired-bars';
import { stacks } from '../../src/charts/stacks';
import { stepBars } from '../../src/charts/step-bars';

const SERIES = ['a', 'b', 'c'];
const WORDS = {
  axis: 'Share',
  series: SERIES,
  parts: SERIES,
  open: 'Open',
  description: 'In words.',
};

const CHARTS: Record<string, TopLevelSpec> = {
  stepBars: stepBars(
    SERIES.map((series) => ({
      ...{ step: '1', series, value: 0.5, low: 0.4, high: 0.6 },
      ...{ openTo: 0.5, label: '' },
    })),
    WORDS,
    '.0%',
  ),
  stacks: stacks(
    SERIES.map((part) => ({ at: '1', part, value: 1, isOpen: false })),
    WORDS,
    'd',
  ),
  pairedBars: pairedBars(
    SERIES.map((series) => ({ row: '1', series, value: 1 })),
    WORDS,
    'd',
  ),
};

/** How strongly the shapes of a group are filled, in the order in which they are drawn. */
function fillsIn(svg: string, group: RegExp): string[] {
  const groups = svg.match(group) ?? [];
  return groups.flatMap((each) =>
    [...each.matchAll(/fill-opacity="([^"]+)"/g)].map(([, fill]) => fill!),
  );
}

describe.each(Object.entries(CHARTS))('the series of %s', (_, spec) => {
  it('are filled as strongly in the legend as in the bars, each differently', async () => {
    const svg = await new View(
      parse(compile({ ...spec, width: 300 } as TopLevelSpec).spec),
    ).toSVG();
    const bars = fillsIn(svg, /<g class="mark-rect role-mark.*?<\/g>/g);
    const squares = fillsIn(svg, /<g class="mark-symbol role-legend-symbol.*?<\/g>/g);
    expect(new Set(bars).size).toBe(3);
    expect(squares).toEqual(bars);
    for (const [i, fill] of bars.slice(1).entries()) {
      expect(Math.abs(Number(fill) - Number(bars[i]))).toBeGreaterThan(0.15);
    }
  });
});
