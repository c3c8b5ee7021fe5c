/** What is said of figures, tables and notebooks that leave the app, in English. */
export const sharingWords = {
  /** Titles of commands, by the command's id. */
  commands: {
    'file.print': 'Print, or save as PDF (A4)…',
    'file.printSlides': 'Print the slides, or save as PDF (16:9)…',
    'file.exportJupyter': 'Export as Jupyter notebook…',
    'file.exportSlides': 'Export as PowerPoint…',
  },
  writing: 'Writing…',
  whichChart: 'Which chart?',
  whichTable: 'Which table?',
  copied: 'Copied.',
  notCopied: 'The browser did not let Liftbook use the clipboard.',
};
