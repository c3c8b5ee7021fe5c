/** The channel that tells series apart: by `series`, in the order of `names`. */
export function seriesChannel(names: readonly string[]) {
  return {
    field: 'series',
    type: 'nominal' as const,
    title: null,
    scale: { domain: [...names] },
  };
}

/** The same without a legend where there is but one series. */
export function seriesOrNone(names: readonly string[]) {
  return { ...seriesChannel(names), ...(names.length === 1 ? { legend: null } : {}) };
}
