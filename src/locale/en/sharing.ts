/** What is said of figures, tables and notebooks that leave the app, in English. */
export const sharingWords = {
  /** Titles of commands, by the command's id. */
  commands: {
    'file.print': 'Print, or save as PDF (A4)…',
    'file.printSlides': 'Print the slides, or save as PDF (16:9)…',
    'file.exportJupyter': 'Export as Jupyter notebook…',
    'file.exportSlides': 'Export as PowerPoint…',
    'file.exportCharts': 'Export all charts as PNG…',
    'run.checkSlides': 'Check that the slides fit',
    'file.recordDecision': 'Record the decision…',
  },
  /** The log of decisions. */
  log: {
    title: 'Experiments',
    /** Of its table, in this order. */
    columns: ['Date', 'Experiment', 'Owner', 'Ran', 'Result', 'Decision', 'Data'],
    heading: (name: string, on: string): string => `${name}, ${on}`,
    fields: {
      question: 'Question',
      hypothesis: 'Hypothesis',
      owner: 'Owner',
      ran: 'Ran',
      result: 'Result',
      decision: 'Decision',
      why: 'Why',
      notebook: 'Notebook',
      data: 'Data (sha256)',
    },
    which: 'Which experiment?',
    name: 'Experiment',
    record: 'Record',
    recorded: (file: string): string => `The decision stands in ${file}.`,
    unsaved: (file: string): string => `The decision stands in ${file}, which is not saved yet.`,
    wins: (rate: string, wins: string, of: string): string =>
      `Wins: ${rate} (${wins} of ${of} decided)`,
  },
  noCharts: 'The notebook has no chart yet.',
  slides: {
    fit: (slides: number): string =>
      slides === 1 ? 'The slide fits.' : `All ${slides} slides fit.`,
  },
  printing: 'Laying out the pages…',
  /** What changed since results were saved in the file. */
  since: {
    same: (date: string): string => `As saved on ${date}.`,
    changed: (figures: number, date: string): string =>
      figures === 1
        ? `One figure changed since ${date}`
        : `${figures} figures changed since ${date}`,
    otherData: 'on other data',
    otherSettings: 'with other settings',
    verdict: 'Verdict',
    figure: 'Figure',
    was: (date: string): string => `Saved ${date}`,
    is: 'Now',
  },
  whichChart: 'Which chart?',
  whichTable: 'Which table?',
  copied: 'Copied.',
  notCopied: 'The browser did not let Liftbook use the clipboard.',
};
