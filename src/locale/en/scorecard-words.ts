/** Titles of the table and the chart of a scorecard, in English. */
export const scorecardWords = {
  /** The links of the chain that have names of their own. */
  chain: {
    acquire: 'Acquire',
    activate: 'Activate',
    convert: 'Convert',
    keep: 'Keep',
    'buy again': 'Buy again',
    refer: 'Refer',
    portrait: 'Portrait',
    experience: 'Experience',
    content: 'Content',
  },
  links: 'Links of the chain',
  scores: 'Scores',
  link: 'Link',
  figure: 'Figure',
  needed: (line: string): string => `For ${line} points`,
  score: 'Score',
  state: 'Against the line',
  before: 'Before',
  points: 'Points since',
  moved: 'Moved',
  states: {
    reached: 'reaches it',
    unclear: 'not sure',
    below: 'below it',
    unknown: 'no score',
  },
  moves: { better: 'better', worse: 'worse', unclear: 'not clear' },
  lineAt: (line: string): string => `The line is at ${line}.`,
  barOf: (link: string, score: string, state: string): string => `${link}: ${score}, ${state}.`,
};

/** Titles of the form of a scorecard, in English. */
export const scorecardFormWords = {
  scorecardLinks: 'Links',
  scorecardLink: 'Name',
  scorecardMeasure: 'What is measured',
  scorecardValue: 'Figure',
  scorecardBefore: 'The same before',
  scorecardZero: 'Scores 0',
  scorecardFull: 'Scores 100',
  scorecardFormat: 'Written as',
  scorecardUnit: 'Unit',
  scorecardLine: 'Line',
};
