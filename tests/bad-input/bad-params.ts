import { type BadInput, EVENTS, EVENTS_CELL, cell, notebook } from './bad-input';

type Expected = readonly [code: string, says: string, exit?: 0 | 1];

/** A chart of the events. */
function chart(name: string, spec: string | object, [code, says, exit = 1]: Expected): BadInput {
  const body = typeof spec === 'string' ? spec : { data: { name: 'events' }, mark: 'bar', ...spec };
  const text = notebook(EVENTS_CELL + cell('json lift:chart bad', body));
  return { name: `chart-${name}`, notebook: text, files: { 'events.csv': EVENTS }, code, says, exit }; // prettier-ignore
}

/** An analysis of the events, or of the units where it says so. */
function analysis(name: string, params: object, [code, says, exit = 1]: Expected): BadInput {
  const lines = JSON.stringify({ source: 'events', ...params }, null, 2);
  const text = notebook(EVENTS_CELL + cell('json lift:analysis bad', lines));
  return { name, notebook: text, files: { 'events.csv': EVENTS }, code, says, exit };
}

const funnel = { kind: 'funnel', steps: [{ event: 'see' }, { event: 'buy' }], completeThrough: '2026-03-20' }; // prettier-ignore
const experiment = {
  ...{ kind: 'experiment', source: 'units', variant: 'arm', control: 'A' },
  metrics: [{ name: 'bought', type: 'proportion', column: 'bought' }],
};
const retention = { kind: 'retention', start: { event: 'see' }, period: 'day' };
const paths = { kind: 'paths', from: { event: 'see' } };
const attribution = {
  ...{ kind: 'attribution', completeThrough: '2026-03-20' },
  touch: { event: 'see', channel: 'country' },
  conversion: { event: 'buy' },
};
const power = { kind: 'power', source: undefined };
const field = (name: string): object => ({ encoding: { x: { field: name, type: 'nominal' } } });

/** Charts and parameters of analyses with something wrong. */
export const badParams: readonly BadInput[] = [
  chart('of-no-column', field('contry'), ['not-in-data', 'no column “contry”']),
  chart('of-no-cell', { data: { name: 'evnts' } }, ['no-such-cell', 'There is no cell “evnts”']),
  chart('of-no-table', { data: { name: 'good.nothing' } }, ['not-at-path', 'has no “nothing”']),
  chart('of-a-path', { data: { name: 'events..x' } }, ['bad-path', 'is not a path']),
  chart('of-users', field('user'), ['identifier-shown', '“user” says who somebody is']),
  chart('list', '[]', ['json-not-object', 'A cell holds one object']),
  // what is common to all
  analysis('kind-missing', {}, ['missing-key', '“kind” is missing']),
  analysis('kind-unknown', { kind: 'funel' }, ['unknown-analysis', 'no analysis of the kind “funel”']), // prettier-ignore
  analysis('kind-of-object', { kind: 'constructor' }, ['unknown-analysis', 'no analysis of the kind “constructor”']), // prettier-ignore
  analysis('key-misspelt', { ...funnel, windw: '7d' }, ['unknown-key', 'Did you mean “window”?']),
  analysis('where-of-no-column', { ...funnel, where: { contry: 'DE' } }, ['not-in-data', 'no column “contry”']), // prettier-ignore
  analysis('where-of-nothing', { ...funnel, where: { country: 'XX' } }, ['where-matches-nothing', 'No row passes the filter']), // prettier-ignore
  analysis('where-compares-text', { ...funnel, where: { amount: { '>=': 'much' } } }, ['wrong-comparison', 'cannot be compared with']), // prettier-ignore
  analysis('where-odd-test', { ...funnel, where: { amount: { '=>': 1 } } }, ['unknown-key', 'no setting “=>”']), // prettier-ignore
  analysis('range-empty', { ...funnel, range: { from: '2026-03-02', to: '2026-03-02' } }, ['empty-range', 'is empty']), // prettier-ignore
  analysis('range-no-date', { ...funnel, range: { from: 'monday', to: '2026-03-02' } }, ['not-a-time', '“monday” is not a date']), // prettier-ignore
  analysis('zone-unknown', { ...funnel, timezone: 'Berlin' }, ['not-a-time-zone', '“Berlin” is not a time zone']), // prettier-ignore
  analysis('population-unknown', { ...funnel, population: 'vips' }, ['no-such-cell', 'There is no cell “vips”']), // prettier-ignore
  analysis('seed-of-text', { ...funnel, seed: 'one' }, ['wrong-value', '“seed” is']),
  analysis('roles-of-no-column', { ...funnel, roles: { user: 'usr', time: 'ts', event: 'event' } }, ['not-in-data', 'no column “usr”']), // prettier-ignore
  // experiment
  analysis('experiment-variant', { ...experiment, variant: 'amr' }, ['not-in-data', 'no column “amr”']), // prettier-ignore
  analysis('experiment-control', { ...experiment, control: 'C' }, ['not-in-data', 'no arm “C”']),
  analysis('experiment-metric', { ...experiment, metrics: [{ name: 'x', type: 'proportion', column: 'bougth' }] }, ['not-in-data', 'Did you mean “bought”?']), // prettier-ignore
  analysis('experiment-no-metrics', { ...experiment, metrics: [] }, ['wrong-length', '“metrics” has 0 entries']), // prettier-ignore
  analysis('experiment-alpha', { ...experiment, alpha: 5 }, ['out-of-bounds', '“alpha” is 5']),
  analysis('experiment-same-name', { ...experiment, metrics: [...experiment.metrics, ...experiment.metrics] }, ['same-name', 'Two metrics are called “bought”']), // prettier-ignore
  analysis('experiment-by-user', { ...experiment, variant: 'user' }, ['identifier-shown', '“user” says who somebody is']), // prettier-ignore
  analysis('experiment-of-amounts', { ...experiment, metrics: [{ name: 'x', type: 'mean', column: 'arm' }] }, ['wrong-type', 'holds texts such as “']), // prettier-ignore
  analysis('experiment-one-arm', { ...experiment, where: { arm: 'A' } }, ['one-arm', 'holds only “A”']), // prettier-ignore
  analysis('experiment-split', { ...experiment, split: { B: 1 } }, ['split-without-control', 'no traffic to the control']), // prettier-ignore
  analysis('experiment-exposure', { ...experiment, source: 'events', variant: undefined, exposure: { event: 'shown', variant: 'country' } }, ['not-in-data', 'no event “shown”']), // prettier-ignore
  // funnel
  analysis('funnel-one-step', { ...funnel, steps: [{ event: 'see' }] }, ['wrong-length', '“steps” has 1 entry']), // prettier-ignore
  analysis('funnel-event', { ...funnel, steps: [{ event: 'see' }, { event: 'bought' }] }, ['not-in-data', 'no event “bought”']), // prettier-ignore
  analysis('funnel-window-endless', { ...funnel, window: '100000000000000000000d' }, ['duration-too-long', 'longer than a thousand years']), // prettier-ignore
  analysis('funnel-window', { ...funnel, window: 'a week' }, ['not-a-duration', '“a week” is not a duration']), // prettier-ignore
  analysis('funnel-window-zero', { ...funnel, window: '0d' }, ['window-is-zero', 'holds no time']),
  analysis('funnel-order', { ...funnel, order: 'random' }, ['not-one-of', '“order” cannot be']),
  analysis('funnel-of-units', { ...funnel, source: 'units', completeThrough: undefined }, [
    'needs-events',
    'works on events',
  ]),
  analysis('funnel-breakdown', { ...funnel, breakdown: 'contry' }, ['not-in-data', 'no column “contry”']), // prettier-ignore
  analysis('funnel-too-early', { ...funnel, completeThrough: '2020-01-01' }, ['nobody-entered', 'Nobody entered the funnel']), // prettier-ignore
  // retention
  analysis('retention-start', { ...retention, start: { event: 'sees' } }, ['not-in-data', 'no event “sees”']), // prettier-ignore
  analysis('retention-no-start', { ...retention, start: undefined }, ['missing-key', '“start” is missing']), // prettier-ignore
  analysis('retention-period', { ...retention, period: 'fortnight' }, ['not-one-of', '“period” cannot be']), // prettier-ignore
  analysis('retention-periods', { ...retention, periods: 0 }, ['out-of-bounds', '“periods” is 0']),
  analysis('retention-of-units', { ...retention, source: 'units' }, ['needs-events', 'works on events']), // prettier-ignore
  // paths
  analysis('paths-from', { ...paths, from: { event: 'sees' } }, ['not-in-data', 'no event “sees”']),
  analysis('paths-steps', { ...paths, steps: 1 }, ['out-of-bounds', '“steps” is 1']),
  analysis('paths-too-late', { kind: 'paths', completeThrough: '2026-03-01' }, [
    'no-paths',
    'reach beyond the data',
  ]),
  // lifecycle
  analysis('lifecycle-period', { kind: 'lifecycle', period: 'year' }, ['not-one-of', 'cannot be']),
  analysis('lifecycle-of-units', { kind: 'lifecycle', source: 'units' }, ['needs-events', 'works on events']), // prettier-ignore
  // attribution
  analysis('attribution-channel', { ...attribution, touch: { event: 'see', channel: 'chanel' } }, ['not-in-data', 'no column “chanel”']), // prettier-ignore
  analysis('attribution-no-conversion', { ...attribution, conversion: undefined }, ['attribution-needs', 'conversion']), // prettier-ignore
  analysis('attribution-model', { ...attribution, models: ['magic'] }, ['not-one-of', 'cannot be']),
  analysis('attribution-costs', { ...attribution, costs: 'spend' }, ['no-such-cell', 'There is no cell “spend”']), // prettier-ignore
  analysis('attribution-by-user', { ...attribution, touch: { event: 'see', channel: 'user' } }, ['identifier-shown', 'says who somebody is']), // prettier-ignore
  // power and calculator
  analysis('power-of-nothing', power, ['plan-needs', 'nothing to start from']),
  analysis('power-baseline', { ...power, metric: { type: 'proportion', baseline: 2 } }, ['unknown-key', 'no setting “baseline” here']), // prettier-ignore
  analysis('calculator-one-arm', { kind: 'calculator', source: undefined, arms: [{ name: 'A', users: 10, conversions: 1 }] }, ['wrong-length', '“arms” has 1 entry']), // prettier-ignore
  analysis('calculator-more-than-all', { kind: 'calculator', source: undefined, arms: [{ name: 'A', users: 10, conversions: 11 }, { name: 'B', users: 10, conversions: 1 }] }, ['not-counts', '']), // prettier-ignore
  // the other cells
  other('segment-of-no-source', 'segment', { where: { country: 'DE' } }, [
    'missing-key',
    '“source” is missing',
  ]),
  other('segment-of-no-column', 'segment', { source: 'events', where: { contry: 'DE' } }, ['not-in-data', 'no column “contry”']), // prettier-ignore
  other('input-of-no-kind', 'input', { value: 1 }, ['missing-key', '“kind” is missing']),
  other('slider-without-ends', 'input', { kind: 'slider', value: 1 }, [
    'missing-key',
    'is missing',
  ]),
  other('choice-of-none', 'input', { kind: 'choice', value: 'a', options: [] }, ['wrong-length', '“options” has 0 entries']), // prettier-ignore
  other('note-on-nothing', 'note', { cell: 'goood', text: 'Hm' }, ['no-such-cell', 'There is no cell “goood”']), // prettier-ignore
  other('metric-format', 'metric', { value: 1, format: 'loud' }, ['not-one-of', '“format” cannot be']), // prettier-ignore
];

function other(name: string, type: string, params: object, [code, says, exit = 1]: Expected) {
  const text = notebook(EVENTS_CELL + cell(`json lift:${type} bad`, params));
  return { name, notebook: text, files: { 'events.csv': EVENTS }, code, says, exit };
}
