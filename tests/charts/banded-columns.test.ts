import { View, parse } from 'vega';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { bandedColumns } from '../../src/charts/banded-columns';
import { type ChartTokens, chartTheme } from '../../src/charts/chart-theme';

const colour = '#222222';
const tokens: ChartTokens = {
  ...{ c0: colour, c1: colour, c2: colour, ink: colour, ink2: colour, ink3: colour },
  ...{ line: colour, lineStrong: colour, paper: colour, good: colour, bad: colour },
  font: 'sans-serif',
};

const bars = [
  { from: 0, to: 5, value: 3 },
  { from: 5, to: 10, value: 12 },
  { from: 95, to: 100, value: 6 },
];

describe('a histogram in bands', () => {
  it('has, in the look of the app, bars as wide as their ranges and as high as their counts', async () => {
    const words = { across: 'Index', axis: 'Users', edges: [40, 70], description: 'In words.' };
    const spec = { ...bandedColumns(bars, words), width: 600 };
    const compiled = compile(spec as never, { config: chartTheme(tokens) }).spec;
    const svg = await new View(parse(compiled), { renderer: 'none' }).toSVG();
    const drawn = [...svg.matchAll(/aria-roledescription="rect mark" d="M([\d.]+),[\d.]+h([\d.]+)v([\d.]+)/g)]; // prettier-ignore
    const [left, width, height] = [1, 2, 3].map((at) => drawn.map((bar) => Number(bar[at])));
    expect(left).toEqual([0, 30, 570]);
    expect(width).toEqual([29, 29, 29]);
    expect(height).toEqual([45, 180, 90]);
  });
});
