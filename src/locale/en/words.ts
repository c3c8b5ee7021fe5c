import { ofNoun } from './counted';
import { attributionChoices, attributionFormWords, attributionWords } from './attribution-words';
import { concentrationFormWords, concentrationWords } from './concentration-words';
import { funnelChoices, funnelFormWords, funnelWords } from './funnel-words';
import { churnFormWords, churnWords } from './churn-words';
import { healthChoices, healthFormWords, healthWords } from './health-words';
import { segmentsFormWords, segmentsWords } from './segments-words';
import { lifecycleWords } from './lifecycle-words';
import { ltvChoices, ltvFormWords, ltvWords } from './ltv-words';
import { promoFormWords, promoWords } from './promo-words';
import { paybackFormWords, paybackWords } from './payback-words';
import { repurchaseChoices, repurchaseFormWords, repurchaseWords } from './repurchase-words';
import { monitorChoices, monitorFormWords, monitorWords } from './monitor-words';
import { frictionFormWords, frictionWords } from './friction-words';
import { npsFormWords, npsWords } from './nps-words';
import { referralFormWords, referralWords } from './referral-words';
import { campaignFormWords, campaignWords } from './campaign-words';
import { affinityFormWords, affinityWords } from './affinity-words';
import { scorecardFormWords, scorecardWords } from './scorecard-words';
import { pathsWords } from './paths-words';
import { powerWords } from './power-words';
import { readoutWords } from './readout-words';
import { rfmChoices, rfmFormWords, rfmWords } from './rfm-words';
import { tiersFormWords, tiersWords } from './tiers-words';
import { testsWords } from './tests-words';
import { retentionChoices, retentionFormWords, retentionWords } from './retention-words';

/** Titles of tables, columns, charts, axes and form fields, in English. */
export const words = {
  /** By kind: what a question is called, and what it answers. */
  analyses: {
    experiment: {
      title: 'A/B test',
      summary:
        'Did a change make things better? Arms of users against a control: is the split sound, what changed, what to decide.',
    },
    funnel: {
      title: 'Funnel',
      summary:
        'Where do users drop out? How many of those who enter get from step to step, how long it takes, and what distinguishes those who convert.',
    },
    paths: {
      title: 'Paths',
      summary:
        'Which way do users go? What they do between two events, after one or before one, and where groups differ.',
    },
    lifecycle: {
      title: 'Lifecycle and growth',
      summary:
        'Does activity grow? Who is new, who comes back, who fell silent in each period, and how often people come.',
    },
    churn: {
      title: 'Churn',
      summary:
        'After how many silent days is a user gone? Who is, who is silent for longer than usual, and how many leave in each period.',
    },
    monitor: {
      title: 'Monitor',
      summary:
        'Is something going wrong? A metric by day, week or month, rules that watch it, how often each would have fired, and what moved it.',
    },
    health: {
      title: 'Health and win-back',
      summary:
        'Who is about to leave? An index of up to twelve dimensions, tested on what came after, with bands, reasons and a list to win back.',
    },
    friction: {
      title: 'Waiting and friction',
      summary:
        'Where do users wait, and do they give up for it? Time between steps, measured waits, repeated taps and errors, and how much drop-off goes with them.',
    },
    segments: {
      title: 'Segments',
      summary:
        'Who are they? How large segments are and how that changes, how they overlap, what they do afterwards, and what sets one of them apart.',
    },
    nps: {
      title: 'Net promoter score',
      summary:
        'Would they recommend us? The score with its interval, by group, by how often people were contacted, and over time.',
    },
    referral: {
      title: 'Referral',
      summary:
        'Do they recommend us? Invitations, how many new users each user brings (K-factor), cycle time, and how invited users do.',
    },
    campaign: {
      title: 'Campaign',
      summary:
        'Did the campaign work? Who was reached, opened and acted, what it changed against a hold-out or against others, and how often is too often.',
    },
    affinity: {
      title: 'Content and taste',
      summary:
        'Who likes what? Content or category by group with shrunken lifts, how deep users go, and what brings them back.',
    },
    power: {
      title: 'Plan of a test',
      summary:
        'How long must the next test run? Users, days and the smallest change it can find, from your own data or typed numbers.',
    },
    retention: {
      title: 'Retention',
      summary:
        'Do they come back? Cohorts of users by when they started, and how many return in each period after, with intervals and differences between groups.',
    },
    attribution: {
      title: 'Attribution',
      summary:
        'Which channel deserves credit? Every conversion divided over the touches before it, by several models side by side, with intervals and costs.',
    },
    tiers: {
      title: 'Tiers',
      summary:
        'Does the ladder of tiers work? Who climbs, stays and falls, how long, and who buys again in each tier.',
    },
    rfm: {
      title: 'RFM',
      summary:
        'Which customers are which? Scored by how lately, how often and how much they bought, in segments with names, and who moved between two dates.',
    },
    concentration: {
      title: 'Super-users',
      summary:
        'Who matters most? How few users bring how much, with intervals, what distinguishes them, and what they cost to win.',
    },
    repurchase: {
      title: 'Repurchase',
      summary:
        'Do they buy again? How many make the second and third purchase and how soon, by what they bought first and by cohort.',
    },
    payback: {
      title: 'LTV/CAC and payback',
      summary:
        'Do new users pay back? What each channel costs by the user, the buyer and the repeat buyer, and what its users bring as time goes by.',
    },
    promo: {
      title: 'Promotions',
      summary:
        'Is it the coupon or the product? Who buys on promotion only, whether they come back, and what a promotion did during it and in the weeks after.',
    },
    ltv: {
      title: 'Customer value',
      summary:
        'What is a customer worth? What customers have brought by their age, with bands, and what a model that was tried on held-out data expects of them.',
    },
    scorecard: {
      title: 'Scorecard',
      summary:
        'Is the operation any good? Each link of the chain scored 0 to 100 by figures of other cells, against a line, and what moved since before.',
    },
    calculator: {
      title: 'Calculator',
      summary:
        'Two or more arms of which only the counts are known, typed or pasted: the experiment’s readout without any data.',
    },
  } as Readonly<Record<string, { readonly title: string; readonly summary: string }>>,
  ...attributionFormWords,
  attribution: attributionWords,
  ...retentionFormWords,
  cohortTable: retentionWords,
  /** What choices are called where the word alone means something else, by the `input` of the field. */
  choices: {
    ...attributionChoices,
    ...funnelChoices,
    ...monitorChoices,
    ...healthChoices,
    ...retentionChoices,
    ...ltvChoices,
    ...repurchaseChoices,
    ...rfmChoices,
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
  ...monitorFormWords,
  monitor: monitorWords,
  ...frictionFormWords,
  friction: frictionWords,
  ...npsFormWords,
  nps: npsWords,
  ...referralFormWords,
  referral: referralWords,
  ...campaignFormWords,
  campaigns: campaignWords,
  ...affinityFormWords,
  affinity: affinityWords,
  ...scorecardFormWords,
  scorecard: scorecardWords,
  ...powerWords,
  readout: readoutWords,
  worth: 'What it is worth',
  per: 'Period',
  ...testsWords,
  users: 'Users',
  results: 'Results',
  metric: 'Metric',
  arm: 'Arm',
  arms: 'Arms',
  treatment: 'Treatment',
  difference: 'Difference',
  lift: 'Lift',
  p: 'p',
  share: 'Share',
  planned: 'Planned',
  goal: 'goal',
  secondary: 'secondary',
  guardrail: 'guardrail',
  downIsGood: 'down is good',
  better: 'Better',
  worse: 'Worse',
  same: 'Same',
  unclear: 'No clear difference',
  /** In the place of a number that is not passed on. */
  fewUsers: 'Left out where it is of few users',
  traffic: 'Users per day',
  effects: 'Effects',
  source: 'Data',
  population: 'Population',
  where: 'Where',
  onlyWhere: 'Only rows where',
  event: 'Event',
  column: 'Column',
  duration: 'Duration',
  date: 'Date',
  range: 'Dates',
  to: 'to',
  timezone: 'Time zone',
  weekStart: 'Week starts on',
  completeThrough: 'Data are complete through',
  seed: 'Seed',
  roles: 'Roles of columns',
  ...funnelFormWords,
  funnel: funnelWords,
  ...concentrationFormWords,
  ...rfmFormWords,
  rfm: rfmWords,
  ...tiersFormWords,
  tiers: tiersWords,
  concentration: concentrationWords,
  lifecycle: lifecycleWords,
  ...segmentsFormWords,
  segmentsRead: segmentsWords,
  ...healthFormWords,
  health: healthWords,
  ...ltvFormWords,
  ltv: ltvWords,
  ...promoFormWords,
  promo: promoWords,
  ...paybackFormWords,
  payback: paybackWords,
  ...repurchaseFormWords,
  repurchase: repurchaseWords,
  ...churnFormWords,
  churn: churnWords,
  paths: pathsWords,
  pathsFrom: 'From',
  pathsTo: 'To',
  pathsCount: 'Follow',
  pathsSteps: 'Steps shown',
  pathsHide: 'Leave out these events',
  pathsCollapse: 'Count repeats in a row once',
  pathsTop: 'Paths listed',
  pathsMinShare: 'Put events together below',
  period: 'Period',
  hour: 'Hour',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  sessions: 'Sessions',
  sessionGap: 'End after a silence of',
  sessionMidnight: 'End at midnight',
  sessionChange: 'End when these columns change',
  monday: 'Monday',
  sunday: 'Sunday',
  exposure: 'Who was exposed',
  variant: 'Variant column',
  control: 'Control',
  split: 'Planned split',
  contamination: 'Users in several arms',
  exclude: 'left out',
  first: 'counted in the first',
  last: 'counted in the last',
  metrics: 'Metrics',
  alpha: 'Alpha',
  looks: 'Looks',
  fixed: 'once, at the end',
  hybrid: 'while running and at the end',
  tuning: 'Users planned',
  plannedEnd: 'Planned end',
  correction: 'Correction for several comparisons',
  holm: 'Holm',
  bh: 'Benjamini–Hochberg',
  bonferroni: 'Bonferroni',
  none: 'none',
  fieller: 'Fieller',
  delta: 'delta method',
  prior: 'Prior',
  activation: 'Counts only when',
  excluded: 'Users left out',
  atLeast: 'At least so many times',
  balance: 'Days before exposure to compare arms in',
  leftOut: 'Who was left out',
  reason: 'Reason',
  ofUsers: 'Of',
  severalArms: 'saw several arms',
  otherChoices: 'With other choices',
  choice: 'Choice',
  uncorrectedP: 'p, uncorrected',
  madeOtherwise: {
    'as-chosen': 'as chosen',
    unadjusted: 'not adjusted',
    'first-exposure': 'users of several arms by their first',
    'mixed-left-out': 'users of several arms left out',
    'without-largest': 'without the largest user',
  } as Readonly<Record<string, string>>,
  spending: 'How alpha is spent',
  exponent: 'As this power of what has passed',
  'obrien-fleming': 'O’Brien–Fleming: hardly at first',
  pocock: 'Pocock: evenly',
  lookDates: 'When to look: dates or shares',
  look: 'Look',
  looksOf: (metric: string): string => `Planned looks at ${metric}`,
  lookMade: 'made',
  lookNow: 'now',
  lookAhead: 'ahead',
  planPassed: 'Of the plan',
  alphaSpent: 'Alpha spent',
  lookBound: 'z to pass',
  singleP: 'As p of one look',
  segments: 'Segments',
  minimumDays: 'Least days',
  hypothesis: 'Hypothesis',
  owner: 'Owner',
  ticket: 'Ticket',
  name: 'Name',
  role: 'Role',
  direction: 'Which way is good',
  up: 'up',
  down: 'down',
  margin: 'Margin',
  target: 'Target',
  window: 'Window',
  value: 'Value',
  cap: 'Cap',
  cuped: 'Days before exposure to adjust by',
  covariate: 'Column to adjust by',
  theta: 'Slope',
  within: 'Within',
  pooled: 'pooled',
  numerator: 'Numerator',
  denominator: 'Denominator',
  quantile: 'Quantile',
  proportion: 'Share of users',
  mean: 'Average per user',
  count: 'Events per user',
  ratio: 'Ratio of two sums',
  retention: 'Comes back',
  from: 'from',
  'not-enough': 'Not enough data',
  'always-valid': 'as often as you like',
  /** 1,211 of 24,102 */
  countOf: (count: string, of: string): string => `${count} of ${of}`,
  /** €13,244 from 566 */
  totalOfUsers: (total: string, users: string): string => `${total} from ${users}`,
  valuesOfUsers: (values: string, users: string): string =>
    `${ofNoun(values, 'value')} of ${ofNoun(users, 'user')}`,
  overTime: 'Over time (always-valid interval)',
  liftOf: (metric: string): string => `Lift of ${metric}`,
  overTimeDescription: (metric: string, date: string, lift: string, range: string): string =>
    `Lift of ${metric} day by day; through ${date} it is ${lift} (${range}). The band is the always-valid interval, which allows for looking every day; the result may use another, narrower one.`,
  intervalDescription: (label: string, lift: string, range: string, state: string): string =>
    `${label}: ${lift} (${range}), ${state}.`,
  bySegment: (metric: string, column: string): string => `${metric} by ${column}`,
  segment: 'Segment',
  certainty: 'How sure can we be',
  chanceToWin: 'Chance to win',
  expectedLoss: 'Expected loss',
  shrunkenLift: 'Shrunken lift',
  mde: 'Smallest visible change',
  varianceRemoved: 'Noise removed',
  late: 'After the end',
  'non-inferior': 'within the margin',
  inferior: 'beyond the margin',
  fromTo: (from: string, to: string): string => `${from} to ${to}`,
  usersOfArm: (arm: string, users: string): string => `${arm}: ${ofNoun(users, 'user')}.`,
  withinDuration: (duration: string): string => `within ${duration}`,
};
