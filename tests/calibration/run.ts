import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { calibration } from './calibration';
import { type Bounds, broken, brokenByPeeking } from './promises';
import { report } from './report';

/** `npm run calibrate [-- RUNS]`: simulates, writes `docs/calibration.md`, fails on a broken promise. */
const BOUNDS: Bounds = { rejecting: 3, covering: 0 };

const result = calibration(Number(process.argv[2] ?? 40_000));
const page = report(result, BOUNDS);
writeFileSync('docs/calibration.md', await format(page, { parser: 'markdown' }));
console.log(page);
const failures = [
  ...result.withoutEffect.flatMap((outcome) => broken(outcome, BOUNDS)),
  ...result.peeking.flatMap((each) => brokenByPeeking(each, BOUNDS)),
];
console.log(failures.length === 0 ? 'Every promise kept.' : `${failures.length} promises broken.`);
process.exitCode = failures.length === 0 ? 0 : 1;
