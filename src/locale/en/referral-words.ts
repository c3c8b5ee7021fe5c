/** Titles of the tables and charts of a referral programme, in English. */
export const referralWords = {
  loop: 'The loop',
  what: 'What',
  users: 'Active users',
  sent: 'Invitations sent',
  perUser: 'Invitations per user',
  accepted: 'Signed up through one',
  acceptedShare: 'Of the invitations',
  k: 'K-factor',
  cycle: 'Cycle time, median',
  compared: 'Invited users and the others',
  group: 'Who',
  groups: { referred: 'invited', others: 'not invited' },
  matured: 'Whose time has passed',
  returned: 'Came back',
  mean: 'Activity per user',
  difference: 'Came back: invited users less the others',
  differenceOf: (difference: string, range: string): string =>
    `Share of users who came back, invited ones less the others: ${difference} (${range}).`,
};

/** Titles of the form of a referral programme, in English. */
export const referralFormWords = {
  referralInvite: 'Invitation',
  referralSignup: 'Signup',
  referralReferred: 'Invited where',
  referralReferrer: 'Column of the inviter',
  referralActivity: 'Activity',
};
