import { expect, test } from 'vitest';
import { isData } from '../../src/platform/opened-file';

test.each(['a.csv', 'A.TSV', 'a.psv', 'a.ndjson.gz', 'a.csv.zst', 'a.pq', 'a.arrows', 'a.xlsm'])(
  '%s may be dropped and chosen: what can be read can be opened',
  (name) => expect(isData(name)).toBe(true),
);

test.each(['a.lift.md', 'a.html', 'a.png', 'csv'])('%s holds no table', (name) => {
  expect(isData(name)).toBe(false);
});
