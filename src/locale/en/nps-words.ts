/** Titles of the tables and charts of a net promoter score, in English. */
export const npsWords = {
  nps: 'NPS',
  score: 'Score',
  everybody: 'Everybody',
  group: 'Group',
  byGroup: 'By group',
  byContacts: 'By how often they were contacted',
  contacted: 'Contacts before',
  trend: 'Over time',
  period: 'From',
  answers: 'Answers',
  answer: 'Answer',
  distribution: 'Answers from 0 to 10',
  promoters: 'Promoters',
  passives: 'Passives',
  detractors: 'Detractors',
  above: 'above zero',
  below: 'below zero',
  p: 'p, corrected',
  scoreOf: (label: string, score: string, range: string): string =>
    `${label}: ${score} (${range}).`,
  answeredOf: (counts: readonly string[]): string =>
    `How many gave each answer, from 0 to 10: ${counts.join(', ')}.`,
};

/** Titles of the form of a net promoter score, in English. */
export const npsFormWords = {
  npsAnswered: 'Only answers where',
  npsValue: 'Answer, 0 to 10',
  npsAnswers: 'Which answer of a person',
  npsBands: 'Bands of contacts',
  npsContacts: 'Contacts before the answer',
  npsAsked: 'Who was asked',
};
