/** What is said before something leaves the machine, in English. */
export const privacyWords = {
  question: (file: string): string => `This is what “${file}” will hold`,
  share: 'Write the file',
  cancel: 'Cancel',
  text: (cells: string): string =>
    `The notebook as it is written: ${cells} cells with their text, settings, code and notes`,
  results: (count: string): string => `Findings, tables and charts of ${count} results`,
  charts: (rows: string): string => `Charts of your own, drawn from ${rows} rows or groups`,
  rows: (cell: string, rows: string, columns: string): string =>
    `Up to ${rows} rows of “${cell}”, with ${columns}`,
  files: (names: string): string => `Names and checksums of the data files: ${names}`,
  withheld: (groups: string, least: string): string =>
    `Left out: ${groups} groups of fewer than ${least} users`,
  never: 'Not in it: the rows of your data, user ids, and columns marked as identifiers',
};
