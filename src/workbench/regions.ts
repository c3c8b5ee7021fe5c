const REGION = '[data-region]';
/** Where the work is: the cell that the keys mean, else what its region names. */
const FIRST = ['[data-cell][tabindex="0"]', '[data-focus-first]'];
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** Moves the focus to the next region on screen (`step` 1) or the one before (−1), round and round. */
export function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGION)].filter(isShown);
  if (regions.length === 0) return;
  const current = document.activeElement?.closest(REGION) ?? null;
  const at = regions.findIndex((region) => region === current);
  const next = regions[(at + step + regions.length) % regions.length]!;
  const within = [...FIRST, FOCUSABLE]
    .map((selector) => next.querySelector<HTMLElement>(selector))
    .find((found) => found !== null);
  (within ?? next).focus();
}

function isShown(region: HTMLElement): boolean {
  return region.offsetParent !== null || region.getClientRects().length > 0;
}
