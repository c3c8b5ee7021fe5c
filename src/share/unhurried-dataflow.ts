import { Operator, Transform, transforms } from 'vega';
import { task } from '../platform/machine';

/** After so much work at a stretch the page may do something else, in ms. */
const STRETCH = 40;

/** Items that are encoded at a stretch. */
const SLICE = 2_000;

interface Pulse {
  readonly ADD_REM: number;
  readonly REM: number;
  readonly MOD: number;
  readonly REFLOW: number;
  readonly StopPropagation: object;
  readonly encode: unknown;
  readonly fields: Readonly<Record<string, unknown>> | null;
  add: readonly object[];
  mod: readonly object[];
  source: readonly object[];
  fork(flags: number): Pulse;
  visit(flags: number, visitor: (item: object) => void): void;
  modifies(fields: readonly string[]): void;
  changed(): boolean;
}

interface Params {
  modified(): boolean;
}

interface Runs {
  run(pulse: Pulse): unknown;
}

interface Transforms {
  transform(params: Params, pulse: Pulse): unknown;
}

let began = 0;

/** Says that something of Vega begins to work now. */
export function beginStretch(): void {
  began = performance.now();
}

let isUnhurried = false;

/** Makes Vega pause between its steps, and within the longest of them, so that a page with a large chart still answers. */
export function unhurryDataflow(): void {
  if (isUnhurried) return;
  isUnhurried = true;
  for (const { prototype } of [Operator, Transform] as readonly { readonly prototype: Runs }[]) {
    const own = prototype.run;
    prototype.run = function (this: Runs, pulse) {
      return isLong() ? pause().then(() => own.call(this, pulse)) : own.call(this, pulse);
    };
  }
  const { encode } = transforms as unknown as Record<string, { readonly prototype: Transforms }>;
  const own = encode!.prototype.transform;
  encode!.prototype.transform = function (this: Transforms, params, pulse) {
    const again = Array.isArray(pulse.encode) ? [] : changedItems(params, pulse);
    if (pulse.add.length + again.length <= SLICE) return own.call(this, params, pulse);
    return encodedInSlices((part) => own.call(this, params, part), pulse, again);
  };
}

function isLong(): boolean {
  return performance.now() - began > STRETCH;
}

async function pause(): Promise<void> {
  await task();
  beginStretch();
}

/** Items that were there before and are to be encoded again. */
function changedItems(params: Params, pulse: Pulse): readonly object[] {
  const items: object[] = [];
  if (!pulse.encode && !params.modified() && pulse.mod.length === 0) return items;
  pulse.visit(pulse.MOD | (params.modified() ? pulse.REFLOW : 0), (item) => items.push(item));
  return items;
}

async function encodedInSlices(
  encode: (part: Pulse) => unknown,
  pulse: Pulse,
  again: readonly object[],
): Promise<unknown> {
  const out = pulse.fork(pulse.ADD_REM);
  const mod: object[] = [];
  const take = (part: Pulse): void => {
    const told = encode(part);
    if (told === pulse.StopPropagation) return;
    const { mod: changed, fields } = told as Pulse;
    mod.push(...changed);
    out.modifies(Object.keys(fields ?? {}));
  };
  take(Object.assign(pulse.fork(pulse.REM), { source: [] }));
  for (const [name, items] of [
    ['add', pulse.add],
    ['mod', again],
  ] as const) {
    // prettier-ignore
    for (let from = 0; from < items.length; from += SLICE) {
      if (isLong()) await pause();
      const slice = items.slice(from, from + SLICE);
      take(Object.assign(pulse.fork(0), { [name]: slice, source: slice }));
    }
  }
  out.mod = mod;
  return out.changed() ? out : pulse.StopPropagation;
}
