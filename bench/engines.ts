import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Candidate, Scenario } from './candidate';
import { eventFile } from './events';
import { arePeersThere, built } from './programs/build';
import type { Job } from './programs/job';
import { runInChromium, runInNode } from './programs/run';

/** An engine that a program drives. */
interface Engine {
  readonly name: string;
  readonly program: string;
  readonly where: 'node' | 'chromium';
  readonly threads?: number;
}

const OURS = 'bench/programs/liftbook.ts';
const LIFTBOOK: Engine = { name: 'Liftbook, Chromium', program: OURS, where: 'chromium' };
const LIFTBOOK_NODE: Engine = { name: 'Liftbook, Node', program: OURS, where: 'node' };
const WASM = peer('DuckDB-WASM, Chromium', 'duckdb-wasm', 'chromium');
const NATIVE_1 = { ...peer('DuckDB native, 1 thread', 'duckdb-native', 'node'), threads: 1 };
const NATIVE_2 = { ...peer('DuckDB native, 2 threads', 'duckdb-native', 'node'), threads: 2 };
const ARQUERO = peer('Arquero, Chromium', 'arquero', 'chromium');

const MILLION = { rows: 1_000_000, users: 50_000 };
const TEN_MILLION = { rows: 10_000_000, users: 500_000 };

/** Reading files and counting, by us and by others: every engine where it runs best. */
export const engineScenarios: readonly Scenario[] = [
  scenario('csv', 'CSV into columns, 1,000,000 events (65 MB)', 'csv', MILLION, [
    LIFTBOOK,
    LIFTBOOK_NODE,
    WASM,
    NATIVE_1,
    NATIVE_2,
    ARQUERO,
    peer('d3-dsv, Chromium (strings)', 'd3-dsv', 'chromium'),
    peer('uDSV, Chromium (strings)', 'udsv', 'chromium'),
    peer('Papa Parse, Chromium (strings)', 'papaparse', 'chromium'),
  ]),
  scenario('csv-10m', 'CSV into columns, 10,000,000 events (651 MB)', 'csv', TEN_MILLION, [
    LIFTBOOK,
    WASM,
    NATIVE_1,
  ]),
  scenario(
    'parquet',
    'Parquet into columns with users coded, 1,000,000 events',
    'parquet',
    MILLION,
    [
      LIFTBOOK,
      peer('hyparquet, Chromium', 'hyparquet', 'chromium'),
      peer('parquet-wasm, Chromium', 'parquet-wasm', 'chromium'),
      NATIVE_1,
    ],
  ),
  scenario('ndjson', 'NDJSON into columns, 1,000,000 events', 'ndjson', MILLION, [
    LIFTBOOK,
    {
      name: 'JSON.parse of each line alone, Chromium',
      program: 'bench/programs/json-parse.ts',
      where: 'chromium',
    },
    WASM,
    NATIVE_1,
  ]),
  scenario(
    'four',
    'Experiment, retention, funnel and attribution counted, 1,000,000 events',
    'four',
    MILLION,
    [LIFTBOOK, LIFTBOOK_NODE, WASM, NATIVE_1, NATIVE_2, ARQUERO],
  ),
  scenario(
    'four-10m',
    'Experiment, retention, funnel and attribution counted, 10,000,000 events',
    'four',
    TEN_MILLION,
    [LIFTBOOK, WASM, NATIVE_1],
  ),
];

function peer(name: string, program: string, where: Engine['where']): Engine {
  return { name, program: `bench/peers/${program}.ts`, where };
}

/** The first engine is what the others are compared with; peers that are not installed are left out. */
function scenario(
  name: string,
  title: string,
  task: Job['task'],
  size: typeof MILLION,
  engines: readonly Engine[],
): Scenario {
  const isLarge = size === TEN_MILLION;
  const limit = isLarge ? 240_000 : 90_000;
  const there = engines.filter(({ program }) => arePeersThere() || !program.includes('/peers/'));
  const scripts = new Map<Engine, string>();
  let file = '';
  const candidates = there.map((engine): Candidate => {
    const { where, threads = 1 } = engine;
    const run = where === 'node' ? runInNode : runInChromium;
    return {
      name: engine.name,
      measure: () => run(scripts.get(engine)!, { task, file, repeats: isLarge ? 3 : 5, threads }, limit), // prettier-ignore
    };
  });
  return {
    name,
    title,
    limit: limit + 60_000,
    isCompared: true,
    rounds: isLarge ? 1 : 2,
    candidates,
    async prepare() {
      const { path } = await eventFile(size.rows, size.users);
      file = (await fileFor(task, path)).replace('.cache/', '');
      for (const engine of there) scripts.set(engine, await built(engine.program, engine.where));
    },
  };
}

/** The events in the format of the task, made once of the CSV. */
async function fileFor(task: Job['task'], csv: string): Promise<string> {
  if (task === 'csv' || task === 'four') return csv;
  const path = csv.replace('.csv', `.${task}`);
  if (existsSync(path)) return path;
  if (task === 'ndjson') await writeNdjson(csv, `${path}.part`);
  else execFileSync('npx', ['tsx', 'bench/peers/make-files.ts', csv, `${path}.part`, 'snappy']);
  renameSync(`${path}.part`, path);
  return path;
}

async function writeNdjson(csv: string, path: string): Promise<void> {
  const file = createWriteStream(path);
  let names: readonly string[] | null = null;
  let text = '';
  for await (const line of createInterface(createReadStream(csv))) {
    const cells = line.split(',');
    if (names === null) {
      names = cells;
      continue;
    }
    text += `${JSON.stringify(Object.fromEntries(names.map((name, k) => [name, jsonCell(name, cells[k]!)])))}\n`;
    if (text.length > 1 << 20) {
      if (!file.write(text)) await once(file, 'drain');
      text = '';
    }
  }
  file.end(text);
  await once(file, 'finish');
}

function jsonCell(name: string, cell: string): string | number | null {
  if (cell === '') return null;
  return name === 'amount' ? Number(cell) : cell;
}
