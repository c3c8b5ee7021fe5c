/** The menus of the title bar: names of commands, null for a line between them. */
export interface Menu {
  /** Key of its title; `name` is that of the menus as a whole. */
  readonly name: 'file' | 'edit' | 'view' | 'run' | 'help' | 'name';
  readonly items: readonly (string | null)[];
}

export const MENUS: readonly Menu[] = [
  {
    name: 'file',
    items: [
      'file.new',
      'file.open',
      'file.openFolder',
      null,
      'file.save',
      'file.saveAs',
      'file.exportPage',
      'file.print',
      'file.printSlides',
      'file.exportJupyter',
      'file.exportSlides',
      'file.exportCharts',
      'file.keepResults',
      'file.dropResults',
      null,
      'file.versions',
      'file.close',
    ],
  },
  {
    name: 'edit',
    items: [
      ...(['edit.undo', 'edit.redo', null] as const),
      ...(['cell.cut', 'cell.copy', 'cell.paste', 'cell.duplicate', 'cell.delete'] as const),
      null,
      ...(['cell.moveUp', 'cell.moveDown', null, 'view.search'] as const),
    ],
  },
  {
    name: 'view',
    items: [
      'view.palette',
      'view.quickOpen',
      null,
      'view.explorer',
      'view.outline',
      'view.data',
      'view.search',
      'view.experiments',
      'view.problems',
      'view.log',
      'view.graph',
      null,
      'view.sideBar',
      'view.inspector',
      'view.panel',
      null,
      'view.notebook',
      'view.dashboard',
      'view.source',
      'view.compareSaved',
      'view.compareOther',
    ],
  },
  {
    name: 'run',
    items: [
      'run.stale',
      'run.all',
      'run.cancel',
      null,
      'run.present',
      'run.presentHere',
      'run.checkSlides',
      null,
      'run.freezePlan',
      'file.recordDecision',
    ],
  },
  {
    name: 'help',
    items: ['help.welcome', 'help.howItWorks', 'help.shortcuts', null, 'help.erase'],
  },
];

/** All of them in one, for a small screen. */
export const ONE_MENU: Menu = {
  name: 'name',
  items: MENUS.flatMap(({ items }, i) => (i === 0 ? items : [null, ...items])),
};

/** The ways out of the workbench, as the title bar offers them. */
export const SHARE_MENU: readonly (string | null)[] = [
  'file.exportPage',
  'file.print',
  'file.printSlides',
  null,
  'file.exportSlides',
  'file.exportJupyter',
  'file.exportCharts',
  null,
  'file.keepResults',
];

/** What the gear of the activity bar offers. */
export const SETTINGS_MENU: readonly (string | null)[] = [
  'view.themeSystem',
  'view.themeLight',
  'view.themeDark',
  'view.themeContrast',
  null,
  'view.english',
  'view.chinese',
  null,
  'view.settings',
  'help.shortcuts',
];
