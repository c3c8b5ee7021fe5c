/** Titles of the tables and charts of paths, in English. */
export const pathsWords = {
  path: 'Path',
  sequences: 'Most frequent paths',
  matrix: 'Step by step',
  flow: 'Flow',
  groups: 'Groups',
  group: 'Group',
  differences: 'Differences between groups',
  reached: 'Came there',
  differs: 'Differs',
  of: { users: 'Users', sessions: 'Sessions' },
  stepTitle: 'Step',
  step: (step: number): string =>
    step > 0 ? `Step ${step}` : step === 0 ? 'At the end' : `${-step} before`,
  fromEvent: 'From',
  toEvent: 'To',
  sequenceIs: (name: string, share: string): string => `${name} (${share})`,
  flowDescription: (most: string): string =>
    `Paths step by step, as wide as they are frequent. The most frequent: ${most}.`,
  stepIs: (step: string, share: string): string => `${step} ${share}`,
  matrixDescription: (event: string, shares: string): string =>
    `Share of the paths that are at each event, step by step. ${event}: ${shares}.`,
};
