/** Titles of the planning of a test, in English. */
export const powerWords = {
  wouldBeExposed: 'Who would be exposed',
  baseline: 'Value today',
  sd: 'Standard deviation of one user',
  arrivals: 'New users a day',
  changeToFind: 'Change to find',
  absolute: 'Absolute',
  power: 'Chance to find it',
  allocation: 'Part of the users who take part',
  usersAtHand: 'Users at hand',
  lookTimes: 'Looks: how many, or at which shares of the users',
  plannedLooks: 'Planned looks',
  stoppedNone: 'Stopped by then, no change',
  stoppedChange: 'Stopped by then, with the change',
  usersNeeded: 'Users needed',
  usersInAll: 'Users in all',
  perArm: 'Users per arm',
  expectedValue: 'Value expected',
  change: 'Change',
  otherChanges: 'What other changes would take',
  days: 'Days',
  mdeByDays: 'Smallest visible change by days',
  powerByUsers: 'Chance to find the change by users',
  mdeDescription: (first: string, most: string, last: string, least: string): string =>
    `After ${first} days the test can see changes of ${most} or more, after ${last} days of ${least} or more. The dashed line is the change to find.`,
  powerDescription: (users: string, power: string): string =>
    `The chance to find the change grows with the users; with ${users} it is ${power}, the dashed line.`,
};
