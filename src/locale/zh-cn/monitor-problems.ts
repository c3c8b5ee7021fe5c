import type { monitorProblems as english } from '../en/monitor-problems';
import { periodNoun } from './period-noun';

export const monitorProblems: typeof english = {
  'short-history': ({ pairs, needed, period }, n) => ({
    message: `历史太短：可比较的完整${periodNoun(period)}有 ${n.int(Number(pairs))} 个，需要 ${n.int(Number(needed))} 个。`,
    hint: '请载入更早的数据，或选择更短的周期。',
  }),
  'nothing-to-divide-by': () => ({ message: '该周期没有可作分母的数据。', hint: null }),
  'no-relative-change': () => ({
    message: '指标在某些周期为零或负数，百分比变化没有意义。',
    hint: '请为规则设置 "by": { "absolute": … }，单位与指标相同。',
  }),
  'rule-without-level': ({ rule }) => ({
    message: `第 ${String(rule)} 条规则没有设定界限。`,
    hint: '请设置 "below"、"above" 或两者。',
  }),
};
