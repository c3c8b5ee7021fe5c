import type { Config } from 'vega-lite';

/** The design tokens that charts take their look from, as CSS values. */
export interface ChartTokens {
  readonly c0: string;
  readonly c1: string;
  readonly c2: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly paper: string;
  readonly good: string;
  readonly bad: string;
  readonly font: string;
}

/** One Vega-Lite look for every chart: hairlines, small grey labels, the first colour for what matters. */
export function chartTheme(tokens: ChartTokens): Config {
  const { c0, c1, c2, ink, ink2, ink3, line, lineStrong, good, bad, font } = tokens;
  const label = { labelFont: font, labelFontSize: 11, labelColor: ink3 };
  const title = {
    titleFont: font,
    titleFontSize: 11,
    titleColor: ink2,
    titleFontWeight: 500,
  } as const;
  return {
    background: 'transparent',
    font,
    view: { stroke: null, continuousHeight: 180, continuousWidth: 600 },
    axis: {
      ...label,
      ...title,
      domain: false,
      tickColor: line,
      gridColor: line,
      tickSize: 4,
      labelPadding: 6,
      titlePadding: 8,
    },
    axisX: { grid: false, domain: true, domainColor: lineStrong },
    axisQuantitative: { tickCount: 5 },
    legend: {
      ...label,
      ...title,
      labelColor: ink2,
      labelLimit: 320,
      symbolSize: 60,
      orient: 'top',
      offset: 8,
    },
    header: { ...label, ...title },
    title: { font, fontSize: 12, color: ink, fontWeight: 600, anchor: 'start' },
    text: { font, fontSize: 11, fill: ink2 },
    range: {
      category: [c1, c2, c0, good, bad, ink3],
      ramp: [line, c1],
      heatmap: [line, c1],
      diverging: [bad, line, good],
    },
    mark: { color: c1 },
    rule: { color: lineStrong },
    line: { strokeWidth: 2 },
    area: { fillOpacity: 0.18 },
    bar: { cornerRadiusEnd: 2 },
    point: { filled: true, size: 50, opacity: 1 },
  };
}
