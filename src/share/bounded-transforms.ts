import { Operator, transforms } from 'vega';
import { limitChart } from './chart-work';
import { type Params, type Pulse, TRANSFORM_BOUNDS } from './transform-bounds';

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

/** `parts` are the operators of Vega behind the views of a chart that is divided. */
const MOST = { steps: 2_000, views: 300, parts: 7_000 };

const registry = transforms as unknown as Record<string, { readonly prototype: Transform }>;

let isBounded = false;

/**
 * Gives the transforms of Vega that make or work more than they are given a largest size: charts run
 * on the page, where nothing can stop them. One that is asked for more fails with a Problem
 * `chart-too-large`, and its view with it.
 */
export function boundTransforms(): void {
  if (isBounded) return;
  isBounded = true;
  for (const [name, look] of Object.entries(TRANSFORM_BOUNDS)) bound(name, look);
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
    limitChart('steps', (bins.stop - bins.start) / bins.step, MOST.steps);
    return bins;
  };
}

const firstParts = new WeakMap<Transform, number>();

/** The views of a chart that is divided by a field; `prefacet` takes it over from here. */
function boundFacets(): void {
  const { prototype } = registry['facet']!;
  const own = prototype.subflow;
  prototype.subflow = function (this: Transform, ...given) {
    const views = Object.keys(this.value).length;
    limitChart('views', views, MOST.views);
    if (!firstParts.has(this)) firstParts.set(this, partCount());
    limitChart('parts', partCount() - firstParts.get(this)!, MOST.parts);
    return own.apply(this, given);
  };
}

/** Vega numbers its operators. */
function partCount(): number {
  return (new Operator() as unknown as { readonly id: number }).id;
}
