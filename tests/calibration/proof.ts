import { proof } from './laws';

/** `npm run proof [-- TABLES [SEED]]`: p, intervals and verdict never contradict one another. */
const [tables = '100000', seed = '1'] = process.argv.slice(2);
const { contradictions, ...counts } = proof(Number(tables), Number(seed));
console.log(counts);
for (const contradiction of contradictions.slice(0, 20)) console.log(contradiction);
console.log(`${contradictions.length} contradictions`);
process.exitCode = contradictions.length === 0 ? 0 : 1;
