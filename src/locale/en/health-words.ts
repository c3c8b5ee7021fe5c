/** Titles of the tables, charts and form fields of a health index, in English. */
export const healthWords = {
  healthy: 'Healthy',
  watch: 'Watch',
  winback: 'Win back',
  contact: 'To contact',
  holdout: 'Hold-out',
  bands: 'How everybody is',
  band: 'Band',
  atStake: 'At stake',
  leftThen: 'Left, of those in it then',
  list: 'Win-back list',
  group: 'Group',
  reasons: 'Why they are on it',
  dimension: 'Dimension',
  ofList: 'Of the list',
  dimensions: 'Dimensions',
  median: 'Median',
  auc: 'AUC alone',
  known: 'Known of',
  lessIsGood: 'less is good',
  calibration: 'Tested on history',
  index: 'Index',
  left: 'Left',
  leftShare: 'Share that left',
  spread: 'Users by index',
  measures: {
    recency: 'days since the last',
    'active-days': 'active days',
    sessions: 'sessions',
    events: 'events',
    sum: 'sum',
    mean: 'mean',
    last: 'last value',
    breadth: 'different ones',
    trend: 'later half less earlier half',
    share: 'share',
    tenure: 'days since the first',
  },
  spreadOf: (bands: string): string => `Users by health index, 0 to 100: ${bands}.`,
  calibrationOf: (...[lowest, most, highest, least]: readonly string[]): string =>
    `Share of users who left afterwards, by the index they had before: ${most} of those at ${lowest}, ${least} of those at ${highest}.`,
};

/** Fields of its form. */
export const healthFormWords = {
  weight: 'Weight',
  healthMeasure: 'What is read',
  healthOf: 'Share of',
  healthWindow: 'Looking back',
  healthDimensions: 'Dimensions',
  healthHorizon: 'Test on the last',
  healthActiveWithin: 'Users active within',
  healthMinimum: 'Active days needed',
  healthReference: 'Freeze the scale on',
  healthBands: 'Bands',
  healthHealthy: 'Healthy from',
  healthWatch: 'Watch from',
  healthHysteresis: 'Points to cross an edge',
  healthDrop: 'Fallen by so many points',
  healthValue: 'What users bring',
  healthHoldout: 'Hold-out share',
};

/** What its measures are called in the form. */
export const healthChoices = {
  healthMeasure: healthWords.measures,
};
