import { type Json, type JsonObject, isObject } from '../../base/json';
import type { RowsRequest } from '../../engine/engine';

/** What a column is needed for: times are compared as numbers. */
interface CodeColumn {
  readonly name: string;
  readonly kind: string;
}

/** What code cannot say of a wall time; the instant has to be known. */
type Instant = (text: string) => number;

/**
 * The transform that gives the rows a table shows: those of `table` that pass `where`, in the order
 * of `sort`. Missing values pass no test but that they are missing, as in a filter.
 *
 * @param instant  epoch ms of a time as it is written in a filter
 */
export function tableCode(
  table: string,
  where: JsonObject,
  sort: RowsRequest['sort'] | null,
  columns: readonly CodeColumn[],
  instant: Instant,
): string {
  const tests = Object.entries(where).flatMap(([name, condition]) => {
    const isTime = columns.some((column) => column.name === name && column.kind === 'time');
    return testsOf(member('d', name), condition, isTime ? instant : null);
  });
  const filter = tests.length > 0 ? `\n  .filter((d) => ${tests.join(' && ')})` : '';
  const by = sort && (sort.descending ? `aq.desc(${quoted(sort.column)})` : quoted(sort.column));
  const order = by ? `\n  .orderby(${by})` : '';
  return `${table}${filter}${order}`;
}

function testsOf(cell: string, condition: Json, instant: Instant | null): readonly string[] {
  const written = (value: Json): string =>
    instant && typeof value === 'string' ? String(instant(value)) : literal(value);
  if (Array.isArray(condition)) {
    return [`op.includes([${condition.map(written).join(', ')}], ${cell})`];
  }
  if (!isObject(condition)) return [`${cell} === ${written(condition)}`];
  return Object.entries(condition).map(([test, value]) => {
    switch (test) {
      case 'exists':
        return value === false ? `${cell} == null` : `${cell} != null`;
      case '!=':
        return `${cell} != null && ${cell} !== ${written(value)}`;
      case 'contains':
        return `op.includes(op.lower(${cell}), ${literal(String(value).toLowerCase())})`;
      default:
        // JavaScript takes a missing number for 0.
        return `${cell} != null && ${cell} ${test} ${written(value)}`;
    }
  });
}

function member(object: string, name: string): string {
  const isPlain = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
  return isPlain ? `${object}.${name}` : `${object}[${quoted(name)}]`;
}

function literal(value: Json): string {
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}

function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
