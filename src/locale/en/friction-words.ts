/** Titles of the tables and charts of a friction, in English. */
export const frictionWords = {
  steps: 'From step to step',
  transition: 'From → to',
  group: 'Group',
  everybody: 'Everybody',
  attempts: 'Attempts',
  dropped: 'Dropped out',
  medianTime: 'Median time',
  tail: 'One in ten longer than',
  medianWait: 'Median wait',
  waitTail: 'One in ten waits longer than',
  explained: 'Explained by waiting',
  waits: 'Drop-off by wait',
  wait: 'Wait',
  signs: 'Signs of trouble',
  sign: 'Sign',
  signNames: { repeats: 'tapped again', errors: 'saw an error' },
  droppedWith: 'Dropped out with it',
  droppedWithout: 'Dropped out without',
  bandOf: (from: string | null, to: string | null): string => {
    if (from === null) return to === null ? 'any' : `less than ${to}`;
    return to === null ? `${from} or more` : `${from} to ${to}`;
  },
  byWait: (transition: string): string => `Drop-off by wait, ${transition}`,
  byWaitOf: (...[transition, first, short, last, long]: readonly string[]): string =>
    `${transition}: ${first} drop out after a wait of ${short}, ${last} after ${long}.`,
  stepOf: (transition: string, rate: string): string => `${transition}: ${rate} drop out.`,
};

/** Titles of the form of a friction, in English. */
export const frictionFormWords = {
  frictionWait: 'Column of waiting time',
  frictionRepeat: 'Repeats within',
  frictionErrors: 'Error event',
  frictionBands: 'Bands of waiting time',
};
