/** Who moves the pointer aims at something for about so long. */
const AIM_MS = 1_000;
const TOUCHES = ['pointermove', 'pointerdown', 'keydown'] as const;

interface Held {
  /** The box of the cell that the reader is at. */
  readonly box: Element;
  /** Until when, in the time of events. */
  readonly until: number;
  /** Where it stands in the column, in pixels; null until the page has come to rest after the touch. */
  readonly top: number | null;
}

/**
 * Keeps what the reader touched last where it is on the screen while boxes of `column` above it grow
 * or shrink. The browser itself holds what stands at the upper edge of `view`, which is not what
 * somebody aims at, and nothing at all while `view` is at its beginning. Gives what ends that.
 */
export function steadyPlace(view: Element, column: Element): () => void {
  let held: Held | null = null;
  /** Pixels it has moved on the screen all the same: a view at its beginning cannot be scrolled back. */
  let owed = 0;
  let { scrollTop } = view;

  function hold({ type, target, timeStamp }: Event): void {
    const box = target instanceof Element ? target.closest('[data-cell]') : null;
    if (!box) return;
    const isMove = type === 'pointermove';
    const until = isMove ? timeStamp + AIM_MS : Infinity;
    if (isMove && held?.box === box) {
      held = { ...held, until: Math.max(held.until, until) };
      return;
    }
    held = { box, until, top: null };
    owed = 0;
    // A key may move the cell itself: what it does is done by then.
    requestAnimationFrame(() => {
      if (held?.box === box) held = { ...held, top: topIn(column, box) };
    });
  }

  function settle(): void {
    if (held?.box.isConnected) {
      const top = topIn(column, held.box);
      const grown = held.top === null ? 0 : top - held.top;
      const isScrolled = view.scrollTop !== scrollTop;
      if (!isScrolled && performance.now() < held.until && wasSeen(held.box, grown, view)) {
        owed += grown;
        view.scrollTop += owed;
        owed -= view.scrollTop - scrollTop;
      }
      held = { ...held, top };
    }
    ({ scrollTop } = view);
  }

  function noteScroll(): void {
    ({ scrollTop } = view);
    owed = 0;
  }

  const growth = new ResizeObserver(settle);
  growth.observe(column);
  view.addEventListener('scroll', noteScroll, { passive: true });
  for (const type of TOUCHES) view.addEventListener(type, hold, { capture: true, passive: true });
  return () => {
    growth.disconnect();
    view.removeEventListener('scroll', noteScroll);
    for (const type of TOUCHES) view.removeEventListener(type, hold, { capture: true });
  };
}

function topIn(column: Element, box: Element): number {
  return box.getBoundingClientRect().top - column.getBoundingClientRect().top;
}

/** Was the box on the screen before it was pushed down by so much? */
function wasSeen(box: Element, grown: number, view: Element): boolean {
  const { top, bottom } = box.getBoundingClientRect();
  const screen = view.getBoundingClientRect();
  return bottom - grown > screen.top && top - grown < screen.bottom;
}
