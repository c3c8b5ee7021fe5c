import type { FormatParts } from './read';

/** Parts loaded by the module system itself: for Node, where the worker's way is not needed. */
export const nodeParts: FormatParts = {
  parquet: () => import('./parquet'),
  arrow: () => import('./arrow'),
  excel: () => import('./excel'),
};
