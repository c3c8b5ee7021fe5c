import type { ChartTokens } from '../../charts/chart-theme';

/** The tokens in force at `element`. */
export function chartTokens(element: Element): ChartTokens {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    c0: token('--c0'),
    c1: token('--c1'),
    c2: token('--c2'),
    ink: token('--ink'),
    ink2: token('--ink-2'),
    ink3: token('--ink-3'),
    line: token('--line'),
    lineStrong: token('--line-strong'),
    paper: token('--paper'),
    good: token('--good'),
    bad: token('--bad'),
    font: token('--font'),
  };
}
