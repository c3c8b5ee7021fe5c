/** Titles of the tables and charts of a concentration, in English. */
export const concentrationWords = {
  top: 'What the greatest bring',
  topShare: 'Greatest',
  brings: 'Bring',
  part: 'Part of the total',
  partOfTotal: 'Part of the total',
  least: 'The least of them',
  tenths: 'Tenth by tenth',
  tenth: 'Tenth',
  tenthFrom: 'Tenths of the users, the greatest first',
  cumulative: 'With those before',
  reach: 'How few bring most',
  fewest: 'Fewest users',
  ofUsers: 'Of all users',
  lorenz: 'Lorenz curve',
  population: 'Users, from the least to the greatest',
  portrait: 'Who super-users are',
  trait: 'Trait',
  ofSuper: 'Of super-users',
  ofOthers: 'Of the others',
  odds: 'Odds of being a super-user, times',
  clear: 'clear',
  worth: 'Value against cost',
  perUser: 'Per user',
  contribution: 'Contribution',
  cost: 'Cost of acquisition',
  meanOfSuper: 'Super-users, mean',
  median: 'Median user',
  times: 'Times',
  channels: 'What users of a channel cost',
  spent: 'Spent',
  costPerUser: 'Per user',
  traitOf: (kind: string, column: string | null, value: string, measured: string): string => {
    if (kind === 'event') return `did ${value}`;
    if (kind === 'value') return `${column} = ${value}`;
    if (column === '$times')
      return `“${measured}” more than ${value === '1' ? 'once' : `${value} times`}`;
    if (column === '$each') return `more than ${value} at a time`;
    if (column === '$days') return `active on more than ${value} days`;
    return `${column} above ${value}`;
  },
  lorenzOf: (gini: string, share: string, part: string): string =>
    `The part of the total that the least users have together, by their share of the users. The Gini coefficient is ${gini}; the greatest ${share} have ${part}.`,
  tenthsOf: (first: string, second: string): string =>
    `What each tenth of the users brings: the greatest tenth ${first}, with the second ${second}.`,
};

/** Titles of its form. */
export const concentrationFormWords = {
  measure: 'What is added up',
  everyone: 'Count users without any as 0',
  topShares: 'Shares of the greatest',
  superShare: 'Super-users are the greatest',
};
