/** Titles of the tables and charts of a campaign, in English. */
export const campaignWords = {
  group: 'Group',
  everybody: 'All contacts',
  byGroup: 'Reached, opened, acted',
  byFrequency: 'By how often they were contacted',
  times: 'Contacts of a user',
  contacts: 'Contacts',
  opened: 'Opened',
  acted: 'Acted',
  actedOfOpened: 'Acted, of those opened',
  ofContacts: 'Of contacts',
  randomised: 'Against a random hold-out',
  actedUsers: 'Users who acted',
  perUser: 'Per user',
  meanP: 'p, per user',
  compared: 'Against those not contacted (difference in differences)',
  contacted: 'contacted',
  notContacted: 'not contacted',
  before: 'Before, per week',
  after: 'After, per week',
  change: 'Change',
  more: 'More than the others',
  upliftOf: (arm: string, difference: string, range: string): string =>
    `Share of users who acted, “${arm}” less the hold-out: ${difference} (${range}).`,
  shareOf: (group: string, what: string, share: string): string => `${group}, ${what}: ${share}.`,
};

/** Titles of the form of a campaign, in English. */
export const campaignFormWords = {
  campaignContact: 'Contact',
  campaignOpen: 'Opened',
  campaignAct: 'Act',
  campaignBands: 'Bands of contacts',
  campaignRandomised: 'Random hold-out',
  campaignCompare: 'Compare with those not contacted',
  campaignBefore: 'Time before',
};
