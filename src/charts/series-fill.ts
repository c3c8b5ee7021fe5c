/** How strongly bars are filled, by `field` in the order of `names`, so that they can be told apart without colour. */
export function fillChannel(field: string, names: readonly string[], fills: readonly number[]) {
  return {
    field,
    type: 'ordinal' as const,
    title: null,
    legend: null,
    scale: {
      type: 'ordinal' as const,
      domain: [...names],
      range: names.map((_, i) => fills[i % fills.length]!),
    },
  };
}

/** A legend of colours whose squares are filled as strongly as the bars of `fillChannel`. */
export const FILLED_LEGEND = {
  encoding: { symbols: { fillOpacity: { value: { expr: "scale('fillOpacity', datum.value)" } } } },
} as const;
