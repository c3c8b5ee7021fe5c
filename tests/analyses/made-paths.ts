import type { Dataset } from '../../src/data/dataset';
import { dice } from './shop';

export const MADE_CHANNELS = ['search', 'social', 'email', 'display', 'direct', 'partner'];

/** The paths that tests/reference/attribution.py makes, as a table of counted paths: one row each. */
export function madePaths(count: number): Dataset {
  const random = dice(2026);
  const paths: string[] = [];
  const conversions = new Float64Array(count);
  const nulls = new Float64Array(count);
  const value = new Float64Array(count);
  for (let i = 0; i < count; ++i) {
    const length = 1 + Math.floor(8 * random() ** 2);
    let at = Math.floor(6 * random() ** 1.5);
    const path = [at];
    while (path.length < length) {
      at = (at + Math.floor(6 * random() ** 2)) % 6;
      path.push(at);
    }
    const chance = 0.1 + 0.05 * path.at(-1)! + (path.includes(2) ? 0.2 : 0);
    const converted = random() < chance;
    const worth = Math.floor(10000 * random() ** 2) / 100;
    conversions[i] = converted ? 1 : 0;
    nulls[i] = converted ? 0 : 1;
    value[i] = converted ? worth : 0;
    paths.push(path.map((channel) => MADE_CHANNELS[channel]!).join(' > '));
  }
  return countedPaths(paths, { conversions, nulls, value });
}

/** A table of counted paths. */
export function countedPaths(
  paths: readonly string[],
  numbers: Readonly<Record<string, ArrayLike<number>>>,
): Dataset {
  const values = [...new Set(paths)];
  const numberOf = new Map(values.map((path, code) => [path, code]));
  const column = { missing: 0, unreadable: 0 };
  return {
    name: 'paths',
    fingerprint: '',
    rows: paths.length,
    columns: [
      {
        ...column,
        name: 'path',
        kind: 'text',
        values,
        codes: Int32Array.from(paths, (path) => numberOf.get(path)!),
      },
      ...Object.entries(numbers).map(([name, list]) => ({
        ...column,
        name,
        kind: 'number' as const,
        values: Float64Array.from(list),
      })),
    ],
    warnings: [],
  };
}
