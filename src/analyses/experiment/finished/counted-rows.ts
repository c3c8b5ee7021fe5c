import { numberColumn, textColumn } from '../../../events/column-of';
import type { Roles } from '../../../events/roles';
import type { Input } from '../../analysis';
import type { CountedRow } from './finished-test';

/** Whether a source holds counts of finished tests and not users. */
export function holdsCounts({ variant, users, conversions }: Roles): boolean {
  return variant !== undefined && users !== undefined && conversions !== undefined;
}

/**
 * The rows of a table of counts, those without a variant as the arm `(none)`.
 *
 * @throws {Problem} `not-in-data`, `wrong-type`
 */
export function countedRows({ events, roles }: Input): CountedRow[] {
  const { attributes } = events;
  const variant = textColumn(attributes, roles.variant!, 'source');
  const users = numberColumn(attributes, roles.users!, 'source');
  const conversions = numberColumn(attributes, roles.conversions!, 'source');
  const test = roles.test === undefined ? null : textColumn(attributes, roles.test, 'source');
  return Array.from({ length: events.users }, (_, row) => ({
    test: test && (test.values[test.codes[row]!] ?? '(none)'),
    name: variant.values[variant.codes[row]!] ?? '(none)',
    users: users[row]!,
    conversions: conversions[row]!,
  }));
}
