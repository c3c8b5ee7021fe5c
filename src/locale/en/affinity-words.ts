/** Titles of the tables and charts of an affinity, in English. */
export const affinityWords = {
  cells: 'Who likes what',
  group: 'Group',
  content: 'Content',
  events: 'Events',
  ofGroup: 'Of the group’s',
  ofOthers: 'Of the others’',
  shrunken: 'Lift',
  p: 'p, corrected',
  contents: 'How deep, and who comes back',
  depth: 'Events per user',
  began: 'Began with it',
  returned: 'Came back',
  brings: 'Came back, against those who began with anything else',
  more: 'more come back',
  less: 'fewer come back',
  raw: (lift: string): string => `${lift} before shrinking`,
  mostOf: (...[group, content, lift, share]: readonly string[]): string =>
    `Lift of each content in each group, drawn towards 1. The highest: “${content}” in “${group}”, ${lift} times as much as expected (${share} of the group’s events).`,
  shareOf: (own: string, others: string): string =>
    `${own} of the group’s, ${others} of the others’`,
  returnOf: (content: string, difference: string, range: string): string =>
    `${content}: ${difference} (${range}).`,
};

/** Titles of the form of an affinity, in English. */
export const affinityFormWords = {
  affinityEngage: 'Engagement',
  affinityContent: 'Column of the content',
  affinityReturn: 'What counts as coming back',
};
