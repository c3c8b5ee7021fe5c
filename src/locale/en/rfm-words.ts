/** Titles of the tables and charts of an RFM, in English. */
export const rfmWords = {
  segments: 'Segments',
  customers: 'Customers',
  ofCustomers: 'Of customers',
  value: 'Value',
  part: 'Of the value',
  perUser: 'Per customer',
  medianRecency: 'Days since, median',
  meanFrequency: 'Days with a purchase',
  scores: 'Scores',
  measure: 'Measure',
  score: 'Score',
  range: 'Values',
  measures: {
    recency: 'Recency, days',
    frequency: 'Frequency, days with a purchase',
    monetary: 'Monetary value',
  },
  between: (above: string | null, upTo: string | null): string => {
    if (above === null) return `up to ${upTo}`;
    return upTo === null ? `above ${above}` : `above ${above} up to ${upTo}`;
  },
  migration: 'Moves between segments',
  before: 'Before',
  now: 'Now',
  ofThose: 'Of those who were there',
  cells: 'All scores',
  cell: 'R F M',
  grid: 'Recency against frequency and value',
  recencyScore: 'Recency score (5: lately)',
  fmScore: 'Mean of F and M',
  names: {
    champions: 'Champions',
    loyal: 'Loyal',
    'potential-loyalists': 'Potential loyalists',
    new: 'New',
    promising: 'Promising',
    'need-attention': 'Need attention',
    'about-to-sleep': 'About to sleep',
    'cannot-lose': 'Cannot lose',
    'at-risk': 'At risk',
    hibernating: 'Hibernating',
    lost: 'Lost',
    '(other)': 'Other',
    '(new)': 'New customers',
    '(none)': 'No customer now',
  },
  gridOf: (customers: string, most: string, recency: string, fm: string): string =>
    `${customers} customers by their recency score and the mean of their frequency and value scores; most of them, ${most}, have ${recency} and ${fm}.`,
  segmentOf: (name: string, share: string, part: string): string =>
    `${name}: ${share} of customers, ${part} of the value.`,
  migrationOf: (previous: string, kept: string, of: string): string =>
    `Where the customers of ${previous} are now; ${kept} of ${of} are in the same segment.`,
};

/** Titles of its form. */
export const rfmFormWords = {
  monetary: 'Monetary value',
  cuts: 'Fixed cut points',
  rfmSegments: 'Segments of your own',
  previousDate: 'Compare with the end of',
};

/** The choices of its form. */
export const rfmChoices = {
  monetary: { sum: 'sum of all purchases', mean: 'mean of a purchase' },
};
