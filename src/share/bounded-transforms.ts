import { transforms } from 'vega';
import { Problem } from '../base/problem';

/** What these transforms hold and read, as far as their size goes. */
interface Params {
  readonly fields?: readonly ((datum: object) => unknown)[];
  readonly count?: unknown;
}

interface Pulse {
  readonly SOURCE: number;
  visit(flags: number, visitor: (datum: object) => void): void;
}

interface Bins {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}

interface Transform {
  transform(params: Params, pulse: Pulse): unknown;
  subflow(...given: unknown[]): unknown;
  _bins(params: Params): Bins;
  readonly value: object;
}

const MOST = { rows: 20_000, steps: 2_000, views: 300 };

const registry = transforms as unknown as Record<string, { readonly prototype: Transform }>;

let isBounded = false;

/**
 * Gives the transforms of Vega that make more than they are given a largest size: charts run on the
 * page, where nothing can stop them. One that is asked for more fails with a Problem
 * `chart-too-large`, and its view with it.
 */
export function boundTransforms(): void {
  if (isBounded) return;
  isBounded = true;
  bound('flatten', (params, pulse) => {
    limit(
      'rows',
      sum(pulse, (datum) => longest(params, datum)),
      MOST.rows,
    );
  });
  bound('fold', (params, pulse) => {
    limit(
      'rows',
      sum(pulse, () => params.fields?.length ?? 0),
      MOST.rows,
    );
  });
  for (const name of ['axisticks', 'legendentries']) {
    bound(name, ({ count }) => limit('steps', typeof count === 'number' ? count : 0, MOST.steps));
  }
  boundBins();
  boundFacets();
}

function bound(name: string, look: (params: Params, pulse: Pulse) => void): void {
  const { prototype } = registry[name]!;
  const own = prototype.transform;
  prototype.transform = function (this: Transform, params, pulse) {
    look(params, pulse);
    return own.call(this, params, pulse);
  };
}

function boundBins(): void {
  const { prototype } = registry['bin']!;
  const own = prototype._bins;
  prototype._bins = function (this: Transform, params) {
    const bins = own.call(this, params);
    limit('steps', (bins.stop - bins.start) / bins.step, MOST.steps);
    return bins;
  };
}

/** The parts of a chart that is divided by a field; `prefacet` takes it over from here. */
function boundFacets(): void {
  const { prototype } = registry['facet']!;
  const own = prototype.subflow;
  prototype.subflow = function (this: Transform, ...given) {
    limit('views', Object.keys(this.value).length, MOST.views);
    return own.apply(this, given);
  };
}

function sum(pulse: Pulse, rows: (datum: object) => number): number {
  let total = 0;
  pulse.visit(pulse.SOURCE, (datum) => (total += rows(datum)));
  return total;
}

function longest({ fields = [] }: Params, datum: object): number {
  return fields.reduce((most, field) => {
    const list = field(datum);
    return Math.max(most, Array.isArray(list) ? list.length : 0);
  }, 0);
}

function limit(what: string, found: number, most: number): void {
  if (found > most) throw new Problem('chart-too-large', { what, found: Math.round(found), most });
}
