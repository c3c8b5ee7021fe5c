/** Outlines of the icons, drawn with a line of 1.5 on a field of 22. */
export const icons = {
  files: 'M4 3h8l5 5v11H4zM12 3v5h5',
  data: 'M4 5.5c0-1.4 3-2.5 7-2.5s7 1.1 7 2.5S15 8 11 8 4 6.9 4 5.5v11.5c0 1.4 3 2.5 7 2.5s7-1.1 7-2.5v-11.5M4 11c0 1.4 3 2.5 7 2.5s7-1.1 7-2.5',
  outline: 'M4 5h14M7 9.5h11M7 14h11M4 18.5h14',
  settings:
    'M14 11a3 3 0 1 1-6 0 3 3 0 0 1 6 0M11 2v3M11 17v3M2 11h3M17 11h3M4.6 4.6l2.2 2.2M15.2 15.2l2.2 2.2M4.6 17.4l2.2-2.2M15.2 6.8l2.2-2.2',
  search: 'M15.5 9.5a6 6 0 1 1-12 0 6 6 0 0 1 12 0M14 14l5 5',
  flask: 'M8 3h6M9 3v6L4 18.5h14L13 9V3M6.5 14h9',
  close: 'M6 6l10 10M16 6L6 16',
  right: 'M8.5 5.5L14 11l-5.5 5.5',
  down: 'M5.5 8.5L11 14l5.5-5.5',
  up: 'M5.5 13.5L11 8l5.5 5.5',
  wider: 'M3 11h16M14.5 6.5L19 11l-4.5 4.5M7.5 6.5L3 11l4.5 4.5',
  narrower: 'M2 11h7M13 11h7M5.5 7.5L9 11l-3.5 3.5M16.5 7.5L13 11l3.5 3.5',
  higher: 'M11 3v16M6.5 14.5L11 19l4.5-4.5M6.5 7.5L11 3l4.5 4.5',
  lower: 'M11 2v7M11 13v7M7.5 5.5L11 9l3.5-3.5M7.5 16.5L11 13l3.5 3.5',
  play: 'M7 4.5v13l10-6.5z',
  stop: 'M6 6h10v10H6z',
  plus: 'M11 4.5v13M4.5 11h13',
  lock: 'M6 10h10v8.5H6zM8 10V7.5a3 3 0 0 1 6 0V10',
  unlock: 'M6 10h10v8.5H6zM8 10V7.5a3 3 0 0 1 5.8-1',
  theme:
    'M11 3.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM11 3.5v15M11 6.5h5.5M11 9.5h7M11 12.5h7M11 15.5h5.5',
  folder: 'M3 5h6l2 2.5h8V18H3z',
  notebook: 'M5 3h12v16H5zM8.5 3v16',
  table: 'M3 4.5h16v13H3zM3 9h16M9 9v8.5',
  warning: 'M11 3.5L20 18.5H2zM11 9v4.5M11 15.8v.4',
  upload: 'M11 14V4M7 8l4-4 4 4M4 14v4h14v-4',
} as const;

export type IconName = keyof typeof icons;
