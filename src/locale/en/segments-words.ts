/** Titles of the tables and charts of segments, in English. */
export const segmentsWords = {
  sizes: 'How large they are',
  segment: 'Segment',
  segments: 'Segments',
  overTime: 'Size over time',
  atEnd: 'At the end',
  entered: 'Entered',
  left: 'Left',
  overlap: 'How they overlap',
  both: 'In both',
  either: 'In either',
  jaccard: 'Overlap (Jaccard)',
  lifts: 'What they do afterwards',
  odds: 'Odds of being in it, times',
  inside: 'In it',
  others: 'Others',
  of: (users: string): string => `of ${users}`,
  portrait: (name: string): string => `What distinguishes ${name}`,
  overTimeOf: (...[name, from, start, to, end]: readonly string[]): string =>
    `${name}: ${from} users after the period of ${start}, ${to} after that of ${end}.`,
};

/** Fields of its form. */
export const segmentsFormWords = {
  segmentsCompared: 'Segments',
  segmentsMetrics: 'What they do afterwards',
  segmentsPortrait: 'Portrait of',
  segmentsLookback: 'Portrait looks back',
};
