/** What a unit of the funnel is, at the head of its counts. */
const counted: Readonly<Record<'users' | 'sessions' | 'totals', string>> = {
  users: 'Users',
  sessions: 'Sessions',
  totals: 'Attempts',
};

/** Titles of the tables and charts of a funnel, in English. */
export const funnelWords = {
  counted,
  anyEvent: 'any event',
  stepByStep: 'Step by step',
  step: 'Step',
  optional: 'optional',
  group: 'Group',
  groups: 'Groups',
  ofFirst: 'Of those who entered',
  ofPrevious: 'Step rate (descriptive)',
  dropped: 'Dropped out',
  open: 'Still open',
  removed: 'Removed',
  entered: 'Entered',
  converted: 'Converted',
  medianTime: 'Median step time',
  timeToConvert: 'Time to convert',
  histogram: 'How long it took',
  comparisons: 'Differences',
  drivers: 'What distinguishes them',
  trait: 'Trait',
  ofConverted: 'Of those who converted',
  ofDropped: 'Of those who dropped out',
  odds: 'Odds of converting, times',
  trend: 'By date of entry',
  enteredOn: 'Date of entry',
  unfinished: 'not over yet, so far',
  withOpen: 'with those still open',
  everybody: 'Everybody',
  more: 'More',
  fewer: 'Fewer',
  clear: 'Clear',
  units: { days: 'days', hours: 'hours', minutes: 'minutes', seconds: 'seconds' },
  traitOf: (kind: string, column: string | null, value: string): string => {
    if (kind === 'event') return `did ${value}`;
    return kind === 'above' ? `${column} above ${value}` : `${column} = ${value}`;
  },
  sinceEntry: (unit: string): string => `${unit} since the entry`,
  differenceTo: (control: string): string => `Difference to ${control}, share of those who entered`,
  stepOf: (step: string, users: string, share: string): string => `${step} ${users} (${share})`,
  groupOf: (group: string, text: string): string => `${group}: ${text}.`,
  trendOf: (...[from, to, last, rate]: readonly string[]): string =>
    `Share of those who converted, by date of entry from ${from} to ${to}; of the last finished date, ${last}, ${rate}. Dashed: the window is not over, the share may still rise.`,
  curveOf: (...[group, share, window, half]: readonly string[]): string =>
    `${group}: ${share} converted within ${window}, half of them within ${half}.`,
  histogramOf: (median: string, most: string): string =>
    `How long those who converted took: half of them up to ${median}, nine of ten up to ${most}.`,
};

/** Titles of the form of a funnel, in English. */
export const funnelFormWords = {
  steps: 'Steps',
  order: 'Order of the steps',
  entry: 'Which entry counts',
  countOfWhat: 'What is counted',
  exclusions: 'Exclusions',
  afterStep: 'After step',
  beforeStep: 'Before step',
  rule: 'What it does',
  hold: 'Columns that stay equal',
  tieGrace: 'Steps this far apart count as ordered',
  breakdown: 'Breakdown',
  breakdownBy: 'Value of the breakdown from',
  optional: 'May be skipped',
  drivers: 'What distinguishes those who convert',
  driversBefore: 'Time before the entry',
  driversAfter: 'Time after the entry',
};

/** The choices of its form. */
export const funnelChoices = {
  stepOrder: {
    ordered: 'as listed',
    strict: 'as listed, nothing in between',
    unordered: 'any order',
  },
  entry: { any: 'any entry', first: 'the first entry only' },
  countOfWhat: { users: 'users', sessions: 'sessions', totals: 'attempts' },
  exclusionRule: { block: 'ends the way there', remove: 'removes the user' },
  breakdownBy: {
    first: 'the first entry',
    last: 'the last step reached',
    all: 'every row: each value a funnel',
  },
} as const;
