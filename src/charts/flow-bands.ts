import type { TopLevelSpec } from 'vega-lite';

/** How many go from one place to one of the next column. */
export interface FlowLink {
  /** Column of the place it leads from, counted from 0. */
  readonly column: number;
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

/** How many are at a place. */
export interface FlowPlace {
  readonly column: number;
  readonly name: string;
  readonly value: number;
  /** Of the place, as text. */
  readonly label: string;
  /** Drawn in another colour: those who leave. */
  readonly isEnd: boolean;
}

/** Room between two places, and the least height that a label needs, as parts of the largest column. */
const GAP = 0.03;
const LABEL = 0.025;
/** Room for the titles above, as part of the height. */
const TITLES = 0.07;
/** Width of a place, as part of a column. */
const WIDTH = 0.06;
/** Points along a band. */
const POINTS = 16;

/**
 * Columns of places one below the other, and between them bands as wide as what goes from one to the
 * next. Places keep the order in which they are given.
 */
export function flowBands(
  places: readonly FlowPlace[],
  links: readonly FlowLink[],
  words: { readonly columns: readonly string[]; readonly description: string },
): TopLevelSpec {
  const nodes = stacked(places);
  const height = Math.max(...nodes.map(({ bottom }) => bottom));
  const label = Math.max(...nodes.map(({ value }) => value)) * LABEL;
  const values = [
    ...words.columns.map((name, column) => ({ kind: 'title', x: column, name })),
    ...nodes.map(({ column, top, bottom, isEnd, ...node }) => ({
      ...node,
      ...{ kind: 'place', x: column, x2: column + WIDTH, y: top, y2: bottom },
      ...{ middle: (top + bottom) / 2, isLabelled: node.value >= label },
      part: isEnd ? 'end' : 'on',
    })),
    ...bands(nodes, links),
  ];
  const only = (kind: string) => ({ filter: { field: 'kind', equal: kind } }) as const;
  const across: number[] = [0, words.columns.length - 0.25];
  const down: number[] = [height, -TITLES * height];
  const plain = { type: 'quantitative', axis: null } as const;
  const x = { field: 'x', ...plain, scale: { domain: across, nice: false } } as const;
  const y = { field: 'y', ...plain, scale: { domain: down, nice: false } } as const;
  const parts: string[] = ['on', 'end'];
  const color = { field: 'part', type: 'nominal', legend: null, scale: { domain: parts } } as const;
  return {
    description: words.description,
    data: { values },
    width: 'container',
    height: 320,
    layer: [
      {
        transform: [
          only('band'),
          { calculate: `sequence(0, ${POINTS + 1})`, as: 'point' },
          { flatten: ['point'] },
          { calculate: `datum.point / ${POINTS}`, as: 'along' },
          { calculate: 'datum.along * datum.along * (3 - 2 * datum.along)', as: 'turn' },
          { calculate: 'datum.start + (datum.end - datum.start) * datum.along', as: 'x' },
          { calculate: 'datum.from1 + (datum.to1 - datum.from1) * datum.turn', as: 'y' },
          { calculate: 'datum.from2 + (datum.to2 - datum.from2) * datum.turn', as: 'y2' },
        ],
        mark: { type: 'area', fillOpacity: 0.22, line: false },
        encoding: {
          ...{ x, y, y2: { field: 'y2' }, color },
          detail: { field: 'band', type: 'nominal' },
          tooltip: [
            { field: 'from', type: 'nominal' },
            { field: 'to', type: 'nominal' },
            { field: 'value', type: 'quantitative', format: ',d' },
          ],
        },
      },
      {
        transform: [only('place')],
        mark: { type: 'rect' },
        encoding: {
          ...{ x, x2: { field: 'x2' }, y, y2: { field: 'y2' }, color },
          tooltip: [
            { field: 'name', type: 'nominal' },
            { field: 'label', type: 'nominal' },
            { field: 'value', type: 'quantitative', format: ',d' },
          ],
        },
      },
      {
        transform: [only('place'), { filter: { field: 'isLabelled', equal: true } }],
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 4, limit: 130 },
        encoding: {
          x: { ...x, field: 'x2' },
          y: { ...y, field: 'middle' },
          text: { field: 'label', type: 'nominal' },
        },
      },
      {
        transform: [only('title')],
        mark: { type: 'text', align: 'left', baseline: 'top', fontSize: 10 },
        encoding: {
          x,
          y: { datum: -TITLES * height, ...plain, scale: y.scale },
          text: { field: 'name', type: 'nominal' },
        },
      },
    ],
  };
}

interface Node extends FlowPlace {
  readonly top: number;
  readonly bottom: number;
}

/** Places of each column one below the other. */
function stacked(places: readonly FlowPlace[]): Node[] {
  const sums = new Map<number, number>();
  for (const { column, value } of places) sums.set(column, (sums.get(column) ?? 0) + value);
  const gap = GAP * Math.max(...sums.values());
  const next = new Map<number, number>();
  return places.map((place) => {
    const top = next.get(place.column) ?? 0;
    const bottom = top + place.value;
    next.set(place.column, bottom + gap);
    return { ...place, top, bottom };
  });
}

/** Bands leave and reach a place in the order of the places at their other end. */
function bands(nodes: readonly Node[], links: readonly FlowLink[]) {
  const at = (column: number, name: string) =>
    nodes.findIndex((node) => node.column === column && node.name === name);
  const placed = links
    .map((link) => ({ link, from: at(link.column, link.from), to: at(link.column + 1, link.to) }))
    .filter(({ from, to }) => from >= 0 && to >= 0);
  const left = edges(
    placed,
    nodes,
    ({ from }) => from,
    ({ to }) => to,
  );
  const reached = edges(
    placed,
    nodes,
    ({ to }) => to,
    ({ from }) => from,
  );
  return placed.map(({ link, to }, i) => ({
    ...{ kind: 'band', band: i, from: link.from, to: link.to, value: link.value },
    ...{ start: link.column + WIDTH, end: link.column + 1 },
    ...{ from1: left[i]!, from2: left[i]! + link.value },
    ...{ to1: reached[i]!, to2: reached[i]! + link.value },
    part: nodes[to]!.isEnd ? 'end' : 'on',
  }));
}

interface PlacedLink {
  readonly link: FlowLink;
  readonly from: number;
  readonly to: number;
}

/** Where each band begins at one of its ends. */
function edges(
  placed: readonly PlacedLink[],
  nodes: readonly Node[],
  own: (link: PlacedLink) => number,
  other: (link: PlacedLink) => number,
): number[] {
  const order = placed.map((_, i) => i);
  order.sort((a, b) => other(placed[a]!) - other(placed[b]!));
  const next = nodes.map(({ top }) => top);
  const tops = new Array<number>(placed.length);
  for (const i of order) {
    const node = own(placed[i]!);
    tops[i] = next[node]!;
    next[node]! += placed[i]!.link.value;
  }
  return tops;
}
