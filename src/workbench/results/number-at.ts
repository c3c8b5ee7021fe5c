import type { TableColumn } from '../../analyses/analysis';
import type { Row } from '../../share/cell-text';

/** A number on the page that can be asked how it came about. */
export interface NumberAt {
  /** Where in the result it stands. */
  readonly path: string;
  /** As it is shown. */
  readonly text: string;
  /** What it is. */
  readonly title: string;
  /** The element that shows it. */
  readonly anchor: HTMLElement;
}

/** Where in the result the number of `column` in `row` stands; null when neither says so. */
export function numberPath({ path }: TableColumn, row: Row): string | null {
  const start = row['path'];
  if (path === undefined || typeof start !== 'string') return null;
  if (path === '' || start === '') return start + path || null;
  return path.startsWith('[') ? start + path : `${start}.${path}`;
}
