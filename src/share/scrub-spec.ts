import { type Json, type JsonObject, isObject } from '../base/json';
import { Problem } from '../base/problem';
import { tameFormat } from './bounded-functions';
import { limitChart } from './chart-work';
import { limitSpec } from './spec-size';
import { isStyleAddress } from './style-address';

/** A chart that can be drawn without risk, and what had to go for that, as JSON paths. */
export interface ScrubbedSpec {
  readonly spec: JsonObject;
  readonly removed: readonly string[];
}

const MOST = { steps: 2_000, pixels: 4_000, depth: 40 };

/** Numbers that decide how much is drawn, by the key they stand under. */
const STEPS = ['tickCount', 'maxbins', 'steps', 'ticks', 'order', 'count', 'columns'];

/** Ways in which a reader may set a parameter, and what may be said of them: anything else is an attribute of the page. */
const INPUTS = ['checkbox', 'radio', 'select', 'range', 'number', 'text', 'date', 'time'];
const OF_INPUTS = [
  ...['input', 'name', 'options', 'labels', 'min', 'max', 'step'],
  ...['debounce', 'placeholder', 'autocomplete'],
];

/** Longer shapes than anybody draws by hand. */
const LONGEST_SHAPE = 2_000;

/**
 * A copy of a Vega-Lite specification without what could reach a network, the page or the reader's
 * memory: embedding options, event settings, bindings to the page's elements, links and `url(…)`.
 * Expressions stay; they run in the guarded interpreter (`guarded-expressions.ts`).
 *
 * @throws {Problem} `chart-loads-data` when it names data by address
 * @throws {Problem} `chart-too-large` when it asks for more rows, steps, pixels or views than a page can hold
 */
export function scrubSpec(spec: Json): ScrubbedSpec {
  const removed: string[] = [];
  const copy = scrubbed(spec, { path: '', depth: 0, inConfig: false, inData: false }, removed);
  if (!isObject(copy)) return { spec: {}, removed };
  limitSpec(copy);
  return { spec: copy, removed };
}

interface At {
  readonly path: string;
  readonly depth: number;
  readonly inConfig: boolean;
  /** Rows may have columns of any name. */
  readonly inData: boolean;
}

function scrubbed(value: Json, at: At, removed: string[]): Json {
  if (at.depth > MOST.depth) limitChart('depth', at.depth, MOST.depth);
  if (typeof value === 'string') return scrubbedText(value, at, removed);
  if (Array.isArray(value)) {
    return value.map((item: Json, i) =>
      scrubbed(item, { ...at, path: `${at.path}[${i}]`, depth: at.depth + 1 }, removed),
    );
  }
  if (!isObject(value)) return value;
  if (!at.inData && value['quantile'] !== undefined) {
    limitChart('steps', 1 / Number(value['step'] ?? 1), MOST.steps);
  }
  const kept: [string, Json][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const path = at.path ? `${at.path}.${key}` : key;
    if (isForbidden(key, inner, at)) {
      removed.push(path);
      continue;
    }
    if (!at.inData) refuse(key, inner);
    const inConfig = key === 'config';
    const inData = at.inData || key === 'values' || key === 'datasets';
    kept.push([key, scrubbed(inner, { path, depth: at.depth + 1, inConfig, inData }, removed)]);
  }
  return Object.fromEntries(kept);
}

function isForbidden(key: string, value: Json, at: At): boolean {
  if (at.inData) return key === '__proto__';
  if (['usermeta', '$schema', 'href', '__proto__', 'graticule'].includes(key)) return true;
  if (key === 'events' && at.inConfig) return true;
  if (key === 'bind') return isObject(value) && !isInput(value);
  if (key === 'shape') return typeof value === 'string' && value.length > LONGEST_SHAPE;
  return key === 'element' && typeof value === 'string';
}

/** Is this one input of a known kind, or one for each field of a selection? */
function isInput(bind: JsonObject): boolean {
  if (bind['input'] === undefined) {
    return Object.values(bind).every((each) => !isObject(each) || isInput(each));
  }
  const isKnown = INPUTS.includes(String(bind['input']));
  return isKnown && Object.keys(bind).every((key) => OF_INPUTS.includes(key));
}

function refuse(key: string, value: Json): void {
  if ((key === 'data' || key === 'from') && isObject(value)) {
    const url = value['url'] ?? null;
    if (url !== null) throw new Problem('chart-loads-data', { url: String(url) });
  }
  if (key === 'format' || key === 'numberFormat') tameFormat(value);
  if (STEPS.includes(key) && typeof value === 'number') limitChart('steps', value, MOST.steps);
  if ((key === 'width' || key === 'height') && typeof value === 'number') {
    limitChart('pixels', value, MOST.pixels);
  }
  if (isObject(value) && 'stop' in value) limitChart('steps', span(value), MOST.steps);
}

/** How many numbers a sequence `{ start, stop, step }` has. */
function span({ start, stop, step }: JsonObject): number {
  const count = (Number(stop) - Number(start ?? 0)) / Number(step ?? 1);
  return Number.isFinite(count) ? Math.abs(count) : Infinity;
}

/** Text that a style would read as an address is blanked. */
function scrubbedText(text: string, { path }: At, removed: string[]): string {
  if (!isStyleAddress(text)) return text;
  removed.push(path);
  return '';
}
