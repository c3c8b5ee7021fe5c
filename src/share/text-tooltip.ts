/** The part of a Vega tooltip call that says where the pointer is. */
type Pointer = Pick<MouseEvent, 'clientX' | 'clientY'>;

const GAP = 12;

/**
 * A Vega tooltip handler that writes text into `box`, a `position: fixed` element, and moves it
 * beside the pointer; an empty value hides it.
 */
export function textTooltip(box: HTMLElement) {
  return (_handler: unknown, event: Pointer, _item: unknown, value: unknown): void => {
    const lines = tooltipLines(value);
    box.hidden = lines.length === 0;
    if (box.hidden) return;
    box.textContent = lines.join('\n');
    const right = event.clientX + GAP + box.offsetWidth <= innerWidth;
    const below = event.clientY + GAP + box.offsetHeight <= innerHeight;
    const left = right ? event.clientX + GAP : event.clientX - GAP - box.offsetWidth;
    const top = below ? event.clientY + GAP : event.clientY - GAP - box.offsetHeight;
    box.style.left = `${Math.max(0, left)}px`;
    box.style.top = `${Math.max(0, top)}px`;
  };
}

/** A tooltip's value as lines of text: `name: value` for each field of an object. */
export function tooltipLines(value: unknown): readonly string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value !== 'object' || value instanceof Date) return [String(value)];
  return Object.entries(value)
    .filter(([, each]) => each !== null && each !== undefined && each !== '')
    .map(([name, each]) => `${name}: ${typeof each === 'object' ? '…' : String(each)}`);
}
