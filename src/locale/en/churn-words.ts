/** Titles of the tables, charts and form fields of a churn analysis, in English. */
export const churnWords = {
  now: 'Where everybody stands',
  state: 'State',
  active: 'Active',
  atRisk: 'Silent longer than usual for them',
  churned: 'Gone',
  rows: 'Churn by period',
  there: 'There at the start',
  left: 'Left',
  rate: 'Churn',
  back: 'Came back',
  unfinished: 'unfinished',
  curve: 'Who still comes back',
  silentDays: 'Silent days',
  silences: 'Silences so long',
  returned: 'Ended by a return',
  chance: 'Come back',
  curveOf: (days: string, back: string, first: string): string =>
    `Share of silences that end with a return, by how many days they have lasted: ${first} after one day, ${back} after ${days}, where a user counts as gone.`,
  rowsOf: (...[from, first, to, last]: readonly string[]): string =>
    `Share of users who left in each period, with 95 % intervals: ${first} in that of ${from}, ${last} in that of ${to}.`,
};

/** Fields of its form. */
export const churnFormWords = {
  churnAfter: 'Gone after a silence of',
  churnBelow: 'Suggest where fewer return than',
  churnHorizon: 'Returns count within',
  churnGaps: 'Gaps that make a rhythm',
};
