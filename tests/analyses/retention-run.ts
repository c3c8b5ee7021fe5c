import type { Input } from '../../src/analyses/analysis';
import { inputOf } from '../../src/analyses/input-of';
import type { RetentionParams } from '../../src/analyses/retention/params';
import type { Cell, RetentionResult } from '../../src/analyses/retention/result';
import { retention } from '../../src/analyses/retention/retention';
import type { Dataset } from '../../src/data/dataset';
import { buildIndex } from '../../src/events/build-index';
import { EVENT_ROLES } from './run';

/** A retention analysis as the engine runs it, from a dataset to the result. */
export function retentionOf(
  dataset: Dataset,
  given: object,
  roles = EVENT_ROLES,
): { input: Input; params: RetentionParams; result: RetentionResult } {
  const params = retention.params.parse({ source: 'story', ...given });
  const input = inputOf(buildIndex(dataset, roles), params, {
    timezone: 'UTC',
    weekStart: 'monday',
    population: null,
    columnUnits: {},
    roles,
    tables: new Map(),
  });
  const result = retention.infer(retention.aggregate(input, params), params, input.scope);
  return { input, params, result };
}

/** Users who returned over users who could, as a person would write them; `?` where it is not known. */
export function shown(cell: Cell): string {
  return cell.users === null ? '?' : `${cell.users}/${cell.of}`;
}

/** The rows of the only group: cohort, users, and the cells as `shown`. */
export function picture({ groups: [group] }: RetentionResult): string[] {
  const rows = group!.rows.map(
    ({ cohort, users, cells }) => `${cohort} ${users}: ${cells.map(shown).join(' ')}`,
  );
  return [...rows, `all: ${group!.overall.map(shown).join(' ')}`];
}
