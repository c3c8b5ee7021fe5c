import { parsePath } from '../../notebook/path';
import type { Working } from '../analysis';
import { BAND } from './noise';
import type { GroupMove, MonitorResult, MonitorRow } from './result';

/** The formula behind a fraction, an expected range, the false alarms of a rule, or a group's part of a change. */
export function working(result: MonitorResult, path: string): Working | null {
  const [list, at, field, group, part] = parsePath(path);
  if (list === 'rows') return rowWorking(result.rows[Number(at)], String(field), result);
  if (list === 'noise') return noiseWorking(result);
  if (list === 'rules' && field === 'falseAlarms') return alarmWorking(result, at!);
  if (list !== 'moves' || field !== 'groups') return null;
  const move = result.moves.find(({ name }, i) => name === at || i === at);
  const found = move?.groups.find(({ name }, i) => name === group || i === group);
  return found ? partWorking(found, String(part)) : null;
}

function rowWorking(
  row: MonitorRow | undefined,
  field: string,
  { metric, noise }: MonitorResult,
): Working | null {
  if (!row || row.value === null) return null;
  if (field === 'value' && row.denominator !== null) {
    const isScore = metric.type === 'nps';
    return {
      formula: isScore ? 'NPS = 100·(promoters − detractors) / n' : 'value = a / b',
      figures: [
        { symbol: isScore ? 'promoters − detractors' : 'a', value: row.numerator! },
        { symbol: isScore ? 'n' : 'b', value: row.denominator },
      ],
      value: row.value,
      source: isScore ? 'Reichheld 2003' : '',
    };
  }
  if (field !== 'low' || row.low === null || row.high === null) return null;
  const margin = BAND * noise.deviation!;
  const centre = noise.scale === 'relative' ? row.high / (1 + margin) : row.high - margin;
  return {
    formula: noise.scale === 'relative' ? 'low = y·(1 − 1.96·√2·c)' : 'low = y − 1.96·√2·c',
    figures: [
      { symbol: 'y, the value a season before', value: centre },
      { symbol: 'c', value: noise.deviation! },
    ],
    value: row.low,
    source: '',
  };
}

function noiseWorking({ noise }: MonitorResult): Working | null {
  if (noise.deviation === null) return null;
  const isRelative = noise.scale === 'relative';
  return {
    formula: isRelative
      ? 'c = √( median( 2·(y − y′)² / (y + y′)² ) / 0.455 )'
      : 'c = √( median( (y − y′)² / 2 ) / 0.455 )',
    figures: [{ symbol: 'pairs', value: noise.pairs }],
    value: noise.deviation,
    source: '',
  };
}

function alarmWorking(
  { rules, noise, period }: MonitorResult,
  at: string | number,
): Working | null {
  const rule = rules.find(({ name }, i) => name === at || i === at);
  if (!rule || rule.falseAlarms.perYear === null) return null;
  const sources = { change: '', level: '', cusum: 'Brook & Evans 1972', anomaly: 'Rosner 1983' };
  const isOfNoise = rule.type === 'change' || rule.type === 'level';
  return {
    formula: {
      change: `P(run of changes | independent values of the same mean) × ${period}s a year`,
      level: `P(values beyond the level | median, noise) × ${period}s a year`,
      cusum: `${period}s a year / ARL₀`,
      anomaly: `alpha / n × ${period}s a year`,
    }[rule.type],
    figures: isOfNoise ? [{ symbol: 'c', value: noise.deviation! }] : [],
    value: rule.falseAlarms.perYear,
    source: sources[rule.type],
  };
}

function partWorking({ before, after, change, mix, own }: GroupMove, part: string): Working | null {
  if (mix === null || own === null) return null;
  const figures = [
    { symbol: 'own', value: own },
    { symbol: 'mix', value: mix },
    ...(before === null ? [] : [{ symbol: 'r', value: before }]),
    ...(after === null ? [] : [{ symbol: 'r′', value: after }]),
  ];
  const source = 'Kitagawa 1955';
  if (part === 'change') return { formula: 'change = own + mix', figures, value: change, source };
  if (part === 'own') return { formula: 'own = ½(w + w′)·(r′ − r)', figures, value: own, source };
  return part === 'mix'
    ? { formula: 'mix = (½(r + r′) − ½(R + R′))·(w′ − w)', figures, value: mix, source }
    : null;
}
