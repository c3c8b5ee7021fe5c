import { keepingWords } from './keeping-words';
import { privacyWords } from './privacy-words';
import { ofNoun } from './counted';
import { cellWords } from './cells';
import { sharingWords } from './sharing';
import { viewWords } from './views';
import { writtenCellWords } from './written-cells';

/** What the workbench and the command line say, in English. */
export const interfaceWords = {
  appName: 'Liftbook',
  /** The notebook's cells, results and forms. */
  cells: cellWords,
  written: writtenCellWords,
  views: viewWords,
  /** What leaves the notebook, and what changed since it was saved. */
  sharing: sharingWords,
  framed: 'Liftbook does not work inside another page. Open it in a tab of its own.',
  /** Titles of commands, by the command's id. */
  commands: {
    'file.new': 'New notebook',
    'file.open': 'Open file…',
    'file.openFolder': 'Open folder…',
    'file.save': 'Save',
    'file.saveAs': 'Save as…',
    'file.exportPage': 'Export as one page…',
    'file.keepResults': 'Keep the results in the file',
    'file.dropResults': 'Take the results out of the file',
    'file.versions': 'Versions of this notebook…',
    'file.close': 'Close tab',
    'edit.undo': 'Undo',
    'edit.redo': 'Redo',
    'view.palette': 'Show all commands',
    'view.quickOpen': 'Go to file, cell or column…',
    'view.goToCell': 'Go to cell…',
    'view.explorer': 'Explorer',
    'view.outline': 'Outline',
    'view.data': 'Data',
    'view.search': 'Search and replace',
    'view.experiments': 'Experiments',
    'view.sideBar': 'Show or hide the side bar',
    'view.inspector': 'Show or hide the inspector',
    'view.panel': 'Show or hide the panel',
    'view.problems': 'Problems',
    'view.log': 'Log',
    'view.graph': 'Graph of cells',
    'view.nextProblem': 'Next problem',
    'view.previousProblem': 'Previous problem',
    'view.nextRegion': 'Next region',
    'view.previousRegion': 'Previous region',
    'view.nextTab': 'Next tab',
    'view.previousTab': 'Previous tab',
    'view.notebook': 'Show as notebook',
    'view.dashboard': 'Show as dashboard',
    'view.source': 'Show as source text',
    'view.compareSaved': 'Compare with what was saved',
    'view.compareOther': 'Compare with another open notebook…',
    'view.themeSystem': 'Theme: as the system',
    'view.themeLight': 'Theme: light',
    'view.themeDark': 'Theme: dark',
    'view.themeContrast': 'Theme: high contrast',
    'view.toggleTheme': 'Switch between light and dark',
    'view.settings': 'Settings',
    'view.english': 'Language: English',
    'view.chinese': '语言：简体中文',
    'run.present': 'Present',
    'run.presentHere': 'Present from this cell',
    'run.stale': 'Run what is stale',
    'run.all': 'Run all cells',
    'run.cancel': 'Cancel the run',
    'run.freezePlan': 'Freeze the plan',
    'help.welcome': 'Welcome',
    'help.howItWorks': 'How this works',
    'help.shortcuts': 'Keyboard shortcuts',
    'help.erase': 'Erase everything kept in this browser…',
  },
  menus: { file: 'File', edit: 'Edit', view: 'View', run: 'Run', help: 'Help', name: 'Menu' },
  regions: {
    title: 'Title bar',
    views: 'Views',
    side: 'Side bar',
    editor: 'Editor',
    inspector: 'Inspector',
    panel: 'Panel',
    status: 'Status bar',
    resize: (region: string): string => `Width of: ${region}`,
    resizePanel: 'Height of the panel',
    close: 'Close',
  },
  titleBar: {
    search: 'Search commands, cells, columns',
    unsaved: 'unsaved changes',
    settings: 'Settings',
    share: 'Share',
  },
  tabs: {
    name: 'Open tabs',
    welcome: 'Welcome',
    importing: (file: string): string => `Import ${file}`,
    close: (name: string): string => `Close ${name}`,
  },
  notebookBar: {
    name: 'Notebook tools',
    runStale: (count: number): string => `Run stale (${count})`,
    upToDate: 'Up to date',
    nothingToRun: 'Nothing to run',
    running: 'Cancel',
    addCell: 'Cell',
    view: 'View of the notebook',
    notebook: 'Notebook',
    dashboard: 'Dashboard',
    diff: 'Changes',
    source: 'Source',
    sourceLabel: (name: string): string => `Source text of ${name}`,
    empty: 'Nothing is selected. Click a cell to see its settings here.',
  },
  explorer: {
    open: 'Open',
    files: 'Data files at hand',
    samples: 'Samples',
  },
  outline: {
    empty: 'Open a notebook to see its headings and cells.',
    /** Where a cell is, in one word. */
    states: {
      waiting: 'waiting',
      running: 'running',
      done: 'done',
      stale: 'stale',
      blocked: 'blocked',
      problem: 'problem',
      bug: 'failed',
      snapshot: 'saved result',
    },
    /** What an experiment decided, in one word. */
    decisions: {
      ship: 'ship',
      'do-not-ship': 'do not ship',
      'keep-running': 'keep running',
      'not-trusted': 'not trusted',
      'no-effect': 'no effect',
      inconclusive: 'unclear',
    } as Record<string, string>,
    types: {
      source: 'data',
      input: 'input',
      definitions: 'definitions',
      transform: 'transform',
      analysis: 'analysis',
      segment: 'segment',
      chart: 'chart',
      metric: 'metric',
      layout: 'layout',
      note: 'note',
      conflict: 'conflict',
      prose: 'text',
    } as Record<string, string>,
  },
  dataView: {
    empty: 'No data yet. Drop a file anywhere to read it.',
    rows: (rows: string): string => ofNoun(rows, 'row'),
    users: (users: string): string => ofNoun(users, 'user'),
    distinct: (count: string): string => `${count} kinds`,
    missing: (share: string): string => `${share} empty`,
    private: 'private',
    kinds: { number: 'number', time: 'time', text: 'text', flag: 'yes or no' },
  },
  panel: {
    problems: 'Problems',
    log: 'Log',
    noProblems: 'No problems.',
    graph: 'Graph',
    graphOf: (name: string): string => `Which cell of ${name} reads which`,
    noGraph: 'Open a notebook to see which cell reads which.',
    inCycle: 'in a cycle',
    noLog: 'Nothing has happened yet.',
    views: 'Panel views',
    line: (line: number, column: number | undefined): string =>
      column === undefined ? `line ${line}` : `line ${line}, column ${column}`,
  },
  status: {
    kept: (time: string): string => `Kept in this browser ${time}`,
    keptDetail: 'Unsaved changes survive a crash of the browser. They are in no file yet.',
    local: 'Local only, nothing uploaded',
    localDetail:
      'Your data is read by this tab only. Once it says “Ready offline” the app makes no network request.',
    stale: (count: number): string => `${count} stale – Run`,
    running: 'Running…',
    upToDate: 'Up to date',
    matches: (source: string): string => `${source}: same file`,
    differs: (source: string): string => `${source}: another file than the notebook was saved with`,
    rows: (rows: string): string => ofNoun(rows, 'row'),
    problems: (count: number): string => (count === 1 ? '1 problem' : `${count} problems`),
    zone: (zone: string): string => `Time zone of the notebook: ${zone}`,
    memory: 'Script memory of this page; the rows are kept apart, in the engine.',
    ready: 'Ready offline',
    readyDetail: 'Every part of the app is here: it keeps working with the network off.',
    language: '中文',
    languageDetail: '切换到简体中文',
    dark: 'Switch to dark',
    light: 'Switch to light',
  },
  palette: {
    name: 'Commands and places',
    commands: 'Type a command',
    places: 'Type a file name, @ for cells, # for columns, > for commands, ? for help',
    nothing: 'Nothing matches.',
    help: [
      ['', 'files and notebooks'],
      ['>', 'commands'],
      ['@', 'cells of this notebook'],
      ['#', 'columns of the data'],
    ] as readonly (readonly [string, string])[],
    results: (count: number): string => (count === 1 ? '1 result' : `${count} results`),
  },
  help: {
    close: 'Close',
    nothing: (kind: string): string => `There is no page about “${kind}”.`,
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    find: 'Find a command',
    close: 'Close',
  },
  welcome: {
    title: 'Liftbook',
    lead: 'Did the test win? Who came back? Where do they drop out? Answers from your own files, in this tab only.',
    start: 'Start',
    newNotebook: 'New notebook',
    openFile: 'Open file…',
    openFolder: 'Open folder…',
    drop: 'or drop files anywhere on this page',
    dropKinds:
      'Notebooks (.lift.md) and data: CSV, NDJSON, JSON, Parquet, Arrow, Excel, also gzipped',
    recent: 'Recent',
    noRecent: 'Notebooks you open or save will be listed here.',
    noHandles:
      'This browser cannot open a file again by itself. Open it or drop it here; its name is kept below.',
    questions: 'Start from a question',
    questionsDetail: 'Each opens a notebook on sample data, already computed.',
    local: 'Nothing is uploaded: there is no server, no account and no tracking.',
  },
  /** The questions of the welcome page: title and one line, by the sample notebook's name. */
  questions: {
    experiment: {
      title: 'Did my test win?',
      detail: 'An A/B test from its events: is the split sound, what changed, what to decide.',
    },
    power: {
      title: 'How long must my test run?',
      detail:
        'Users, days and the smallest change it can find, from your own data or typed numbers.',
    },
    funnel: {
      title: 'Where do users drop out?',
      detail:
        'Step by step from the visit to the purchase, by platform, and what those have in common who give up.',
    },
    retention: {
      title: 'Do they come back?',
      detail: 'Cohorts by week, channels compared, and who visits most often, with intervals.',
    },
    leaving: {
      title: 'Who is about to leave?',
      detail: 'A health index tested on history, when somebody is gone, and a list to win back.',
    },
    lifecycle: {
      title: 'Is my audience growing?',
      detail: 'Who is new, who comes back, who fell silent: week by week, with the quick ratio.',
    },
    monitor: {
      title: 'Is activity dropping two weeks in a row?',
      detail:
        'A rule on weekly visitors, when it would have fired, how often it errs, and what moved it.',
    },
    paths: {
      title: 'Which way do they go?',
      detail: 'What users do between two events, step by step, and where groups differ.',
    },
    promo: {
      title: 'Is it the coupon or the product?',
      detail:
        'Who buys on promotion only, what a promotion did in the weeks after, and who buys again.',
    },
    attribution: {
      title: 'Which channel deserves credit?',
      detail: 'Several models side by side with intervals and costs, and where they disagree.',
    },
    superUsers: {
      title: 'Who are my super-users?',
      detail:
        'How few bring how much, who they are and what they cost; RFM segments; whether the tiers work.',
    },
    scorecard: {
      title: 'Is the operation any good?',
      detail: 'Nine links from the first visit to the referral, scored against a line of 80.',
    },
  },
  files: {
    recovered: (names: string, at: string): string =>
      `Recovered unsaved changes of ${names} from ${at}.`,
    noDrafts:
      'This browser does not keep unsaved changes (a private window, or no room left). Save often.',
    kinds: 'Notebooks and data files',
    untitled: 'Untitled',
    untitledFile: 'untitled',
    saved: (name: string): string => `Saved ${name}.`,
    downloaded: (name: string): string =>
      `Downloaded ${name}. This browser cannot write to a file in place.`,
    atHand: (name: string): string => `${name} is at hand; the cells that wait for it run again.`,
    unknown: (name: string): string =>
      `“${name}” is neither a notebook nor a data file that Liftbook reads.`,
    frozen: (cell: string): string =>
      `The plan of “${cell}” is frozen in the notebook's header. What is changed from now on is told in its result.`,
    dropHere: 'Drop to open',
    erased: 'Everything kept in this browser was erased. Open files are untouched.',
  },
  erase: {
    question: 'Erase everything kept in this browser?',
    detail:
      'Unsaved changes, versions of notebooks, the list of recent files and your settings. Files on your disk are not touched.',
    erase: 'Erase',
  },
  unsaved: {
    question: (name: string): string => `Save the changes to ${name}?`,
    detail: 'They are lost if the notebook is closed without saving.',
    save: 'Save',
    discard: 'Close without saving',
    cancel: 'Cancel',
  },
  keeping: keepingWords,
  privacy: privacyWords,
  messages: {
    bug: 'Something went wrong in Liftbook. Your notebook is still here.',
    details: 'Details',
    copy: 'Copy details',
    dismiss: 'Dismiss',
    name: 'Messages',
    done: (cell: string, text: string): string => `${cell} done: ${text}`,
    ready: (cell: string, rows: string): string => `${cell} is read: ${ofNoun(rows, 'row')}.`,
    problem: (cell: string, text: string): string => `${cell}: ${text}`,
  },
  /** The page on which a data file becomes a source. */
  import: {
    reading: 'Reading the file',
    columns: (count: string): string => ofNoun(count, 'column'),
    summary: 'Columns',
    examples: 'Values',
    private: 'Private',
    /** Why a column is thought to have its role. */
    reasons: {
      named: 'Guessed from its name.',
      'only-time': 'The only column of times.',
      'first-time': 'The first column of times.',
      'most-texts': 'The text column with the most different values that come again.',
      'few-texts': 'The text column with the fewest different values.',
      arms: 'Guessed from its values, which look like arms.',
    } as Record<string, string>,
    different: (count: string, example: string): string => `${count} different, such as ${example}`,
    more: (count: string): string => `and ${count} more`,
    rolesFound: (users: string): string => ofNoun(users, 'user'),
    unitTable: 'Without a time and an event, every row is one user.',
    test: 'Compare variants',
    testHint: 'Filled in as far as the columns tell. All of it can be changed later.',
    experiment: 'Experiment',
    variant: 'Variant column',
    control: 'Control',
    exposure: 'Exposure event',
    goal: 'What should go up',
    into: 'Into',
    newNotebook: 'a new notebook',
    useAndTest: 'Use these and run the A/B test',
    blank: 'To run the A/B test, choose a variant column, a control and what should go up.',
    keepPrivate: (column: string): string => `Keep ${column} private`,
    used: (id: string): string => `“${id}” is in the notebook. What do you want to know?`,
    offerTest: 'A/B test',
    warnings: (count: number): string =>
      count === 1 ? 'One thing was odd:' : `${count} things were odd:`,
  },
  present: {
    name: 'Slides',
    presenter: 'Liftbook – speaker',
    slide: (at: number, of: number): string => `Slide ${at} of ${of}`,
    none: 'No cell of this notebook stands on a slide.',
    whatIf: 'What if …',
    tried: 'What if: not the values of the file',
    noInputs: 'The notebook has no inputs to change.',
    discard: 'Back to the file’s values',
    now: 'Now',
    next: 'Next',
    last: 'This is the last slide.',
    dataAge: (day: string, ago: string): string => `Data until ${day} (${ago})`,
    notes: 'Notes',
    noNotes: 'No notes: a text cell with slide=notes below the slide stands here.',
    popupRefused:
      'The browser did not open a second window. Allow pop-ups for this page and press S again.',
    crowded: (at: number, scale: string): string =>
      `Slide ${at} is crowded: it is shown at ${scale}. Move cells to a slide of their own with slide=new.`,
    black: 'The wall is black',
    frozen: 'Inputs are frozen',
    keysTitle: 'While presenting',
    keys: {
      next: 'Next slide',
      previous: 'Previous slide',
      jump: 'Go to slide 12',
      ends: 'First and last slide',
      speaker: 'Speaker’s window',
      table: 'Charts as tables',
      whatIf: 'What if: change inputs',
      freeze: 'Freeze inputs',
      black: 'Black wall',
      leave: 'Leave the slides',
    },
  },
  page: {
    made: (version: string, date: string): string =>
      `Made with Liftbook ${version} on ${date}. Everything is in this file; it asks the network for nothing.`,
    data: 'Data',
    settings: 'Settings',
    stale: 'From before the last edit.',
    saved: 'Saved with the notebook; the data were not at hand.',
    blocked: (by: string): string => `Not computed: it needs “${by}”.`,
    rows: (rows: string): string => ofNoun(rows, 'row'),
    users: (users: string): string => ofNoun(users, 'user'),
    segment: (users: string, of: string, share: string): string =>
      `${users} of ${ofNoun(of, 'user')} (${share})`,
    saving: 'Writing the page…',
  },
  commandLine: {
    help: `Usage: liftbook <command>

  run FILE      Run every cell of a notebook and print what it found.
    --source id=path    Read another file for the source cell “id”; may be repeated.
    --set id=value      Set an input; --set id.path=value sets a parameter of an analysis,
                        such as --set ab.alpha=0.01. The value is JSON, else text.
    --users path=FILE   Write the ids of the users behind a number as CSV, such as
                        --users ab.arms.treatment=users.csv; may be repeated.
    --locale en|zh-CN   Language of the report.
    --html FILE         Write the notebook with its results as one page that needs nothing else.
    --ipynb FILE        Write the notebook with its results as a Jupyter notebook.
    --json              Print one JSON object and nothing else; the rest goes to stderr.
    --trust             Let code in the notebook run, with all your rights: under Node
                        there is no sandbox. Without it code cells are left out.
  check FILE    Run a notebook that holds its results and say which figures moved (--all: each);
                takes --source, --locale and --trust.
  freeze FILE   Freeze the plan of the notebook's experiment by a stamp in its header,
                before data are read; later changes are told in the readout.
    --cell ID           Which experiment, where there are several.
    --source id=path    Read the definitions of the cell “id” from another notebook.
  format FILE   Write the notebook in its canonical form.
  schema        Print the JSON Schema of the notebook format.

  --debug       Print where Liftbook failed, should it fail.
  --help        Print this.

Data files are read from the working directory and the notebook's folder; any
other file must be named with --source.

Exit code: 0 every cell is done; 1 a cell has a problem or is blocked; 2 a file
cannot be read or written, or the call is wrong. Of check: 0 the results are the
same (to 1e-9), 1 a figure moved, 2 there are no saved results or no data.
Results are kept in a file by “Keep the results in the file” in the app's File menu.
`,
    read: (file: string, rows: string, users: string | null): string =>
      [file, ofNoun(rows, 'row'), ...(users === null ? [] : [ofNoun(users, 'user')])].join(', '),
    users: (users: string, path: string, file: string): string =>
      `${path}: ${users} ${users === '1' ? 'user' : 'users'} written to ${file}`,
    frozen: (cell: string, sha256: string): string =>
      `The plan of “${cell}” is frozen (${sha256.slice(0, 12)}…). Commit the file: its history is the proof.`,
    blocked: (by: string): string => `blocked by ${by}`,
    bug: (message: string): string => `failed through a bug in Liftbook (${message})`,
    warning: (text: string): string => `warning: ${text}`,
    check: {
      changed: (source: string): string =>
        `${source}: other data than the results were saved from.`,
      same: (date: string): string => `The results are those of ${date}.`,
      moved: (count: string, date: string): string =>
        `${count === '1' ? 'One figure' : `${count} figures`} moved since ${date}.`,
      cell: (id: string, count: string): string =>
        `${id}: ${count === '1' ? 'one figure' : `${count} figures`}`,
      more: (count: string): string => `and ${count} more`,
      rest: 'These moved most; --all lists every one.',
    },
    ourBug: 'This is a bug in Liftbook. With --debug it says where.',
  },
};
