const PERIODS: Readonly<Record<string, string>> = {
  hour: 'Hour',
  day: 'Day',
  week: 'Week',
  month: 'Month',
};

/** What choices are called, by the `input` of their field. */
export const retentionChoices = {
  cohortKind: {
    'first-time': 'the first start that passes the filter',
    'first-ever': 'the first start ever, if it passes',
    recurring: 'every period with a start',
  },
  returnMode: {
    on: 'in that period',
    'on-or-after': 'in that period or later',
    brackets: 'in brackets of periods',
    'on-or-before': 'in that period or before',
    streak: 'in every period so far',
  },
  returnWindows: { calendar: 'of the calendar', '24h': 'of 24 hours from each start on' },
  overallRow: {
    pooled: 'all users together',
    balanced: 'cohorts known throughout',
    mean: 'plain mean of the cohorts',
  },
};

/** Titles of the form's fields. */
export const retentionFormWords = {
  start: 'Start',
  return: 'Return',
  cohorts: 'Cohorts',
  periods: 'Periods shown',
  mode: 'Counts as back',
  brackets: 'Sizes of the brackets',
  horizon: 'Last period that counts',
  windows: 'Windows',
  minimum: 'Least returns',
  breakdown: 'Break down by',
  overall: 'Overall row',
};

/** Titles of the tables and charts of retention, in English. */
export const retentionWords = {
  cohort: 'Cohort',
  allCohorts: 'All cohorts',
  group: 'Group',
  groups: 'Groups',
  started: 'Started',
  offset: 'Period',
  returned: 'Came back',
  could: 'Of',
  interval: '95 % interval',
  wholeCurve: 'Whole curve, 95 %',
  comparison: (control: string): string => `Compared with ${control}`,
  curve: 'Curve',
  heat: 'Cohorts',
  curveDifference: (control: string): string => `Difference to ${control}`,
  periodNumber: (period: string, mode: string, label: string): string => {
    const name = PERIODS[period] ?? period;
    if (mode === 'on-or-after') return `${name} ${label} +`;
    if (mode === 'on-or-before') return `To ${name.toLowerCase()} ${label}`;
    return mode === 'streak' && label !== '0' ? `All to ${label}` : `${name} ${label}`;
  },
  periodsAfter: (period: string): string => `${PERIODS[period] ?? period}s after the start`,
  more: 'More',
  fewer: 'Fewer',
  unknown: 'not known yet',
  shareBack: 'Share that comes back',
  sumPerUser: (column: string): string => `${column} per user`,
  heatDescription: (rows: string, columns: string, least: string, most: string): string =>
    `${rows} rows by ${columns} periods; after the start values lie between ${least} and ${most}. Hatched cells are not known yet.`,
  curveDescription: (name: string, parts: string): string => `${name}: ${parts}.`,
  atPeriod: (label: string, value: string): string => `${value} in period ${label}`,
};
