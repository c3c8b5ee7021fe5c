/** What is said before something leaves the machine, in English. */
export const privacyWords = {
  question: (file: string): string => `This is what “${file}” will hold`,
  share: 'Write the file',
  cancel: 'Cancel',
  text: (cells: string): string =>
    `The notebook as it is written: ${cells} cells with their text, settings, code and notes`,
  results: (count: string): string =>
    `Findings, tables and charts of ${count === '1' ? 'one result' : `${count} results`}`,
  charts: (rows: string): string => `Charts of your own, drawn from ${rows} rows or groups`,
  rows: (cell: string, rows: string, columns: string): string =>
    `${rows === '1' ? 'One row' : `Up to ${rows} rows`} of “${cell}”, with ${columns}`,
  files: (names: string): string => `Names and checksums of the data files: ${names}`,
  withheld: (groups: string, least: string): string =>
    `Left out: ${groups === '1' ? 'one group' : `${groups} groups`} of fewer than ${least} users`,
  unknown: (cells: string): string =>
    `Left out: the rows of ${cells}, which do not say how many users are behind them`,
  /** The same for results that are saved in the notebook itself. */
  keeping: {
    question: (file: string): string => `Keep the results in “${file}” for reviewers?`,
    detail: 'Who opens it without the data sees them with their age. The file will hold:',
    keep: 'Keep the results',
    results: (cells: string): string => `The results of ${cells}, as numbers`,
    sources: (names: string): string => `Checksums and row counts of ${names}`,
    none: 'No analysis has a result that could be kept. Run the notebook first.',
  },
  never: 'Not in it: the rows of your data, user ids, and columns marked as identifiers',
};
