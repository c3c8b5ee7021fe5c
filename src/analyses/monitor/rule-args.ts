import type { FindingArgs } from '../../locale/sentence';
import type { MonitorRule } from './params';

/** What a sentence has to know of a rule. */
export function ruleArgs(rule: MonitorRule): FindingArgs {
  switch (rule.type) {
    case 'change': {
      const isRelative = typeof rule.by === 'number';
      const by = typeof rule.by === 'number' ? rule.by : rule.by.absolute;
      return { rule: 'change', by, isRelative, runs: rule.runs, lag: rule.lag };
    }
    case 'level':
      return {
        ...{ rule: 'level', runs: rule.runs },
        below: rule.below ?? null,
        above: rule.above ?? null,
      };
    case 'cusum':
      return { rule: 'cusum', direction: rule.direction, slack: rule.slack, limit: rule.limit };
    case 'anomaly':
      return { rule: 'anomaly', alpha: rule.alpha };
  }
}
