/** What a metric without a name of its own is called. */
const metrics = {
  users: 'Active users',
  count: 'Events',
  sum: 'Total',
  mean: 'Average',
  ratio: 'Ratio',
  retention: 'Came again from the period before',
  nps: 'Net promoter score',
};

/** Titles of the tables and charts of a monitor, in English. */
export const monitorWords = {
  metrics,
  rules: 'Rules',
  rule: 'Rule',
  now: 'Now',
  fires: 'fires',
  quiet: 'quiet',
  cannotTell: 'cannot tell',
  times: 'Fired',
  judged: 'Of periods',
  episodes: 'Episodes',
  lastTime: 'Last time',
  falseAlarms: 'False alarms a year',
  periods: 'Period by period',
  low: 'Expected from',
  high: 'to',
  fired: 'Fired',
  unfinished: 'not whole',
  moved: 'What moved it',
  group: 'Group',
  before: 'Before',
  after: 'After',
  part: 'Part of the change',
  ratePart: 'Their own value',
  mixPart: 'Their share of all',
  sums: 'Cumulative sum',
  sumDown: 'downwards',
  sumUp: 'upwards',
  movedFrom: (from: string, to: string): string => `From ${from} to ${to}`,
  movedMost: (...[from, to, group, part]: readonly string[]): string =>
    `Each group's part of the change from ${from} to ${to}; the largest is ${group} with ${part}.`,
  watchedFrom: (...[metric, from, to, dates]: readonly string[]): string =>
    `${metric} by period from ${from} to ${to}, in the band that noise alone would keep it in. ${dates === '' ? 'No rule fired.' : `A rule fired in: ${dates}.`}`,
  sumsOf: (rule: string, limit: string, times: string): string =>
    `Cumulative sum of the rule ${rule}: above ${limit} it signals; it did so in ${times} periods.`,
};

/** The choices of its form. */
export const monitorChoices = {
  monitorMetric: {
    users: 'Active users',
    count: 'Number of events',
    sum: 'Total of a column',
    mean: 'Average of a column',
    ratio: 'One number by another',
    retention: 'Users who come again',
    nps: 'Net promoter score',
  },
  monitorRule: {
    change: 'Change against before',
    level: 'Level',
    cusum: 'Lasting drift (cumulative sum)',
    anomaly: 'Unlike other periods',
  },
} as const;

/** Titles of the form of a monitor, in English. */
export const monitorFormWords = {
  monitorRules: 'Rules',
  monitorRule: 'Rule',
  monitorRuns: 'So many periods in a row',
  monitorBy: 'Changes by more than',
  monitorLag: 'Compared with so many periods before',
  monitorBelow: 'Below',
  monitorAbove: 'Above',
  monitorWatch: 'Watches for drifts',
  monitorSlack: 'Slack',
  monitorLimit: 'Limit',
  monitorBaseline: 'First periods that say what is usual',
  monitorShare: 'Anomalies at most',
};
