import { idle } from '../../platform/machine';
import { frame, turn } from '../parts/turn';

/** So far from the screen a box is filled. */
const NEAR = '1200px 0px';

/** Who has touched nothing for so long waits for nothing. */
const CALM_MS = 1_000;
const TOUCHES = ['keydown', 'pointerdown', 'scroll'];
const TOUCHED = { capture: true, passive: true };

/**
 * Fills boxes that stand on a page at about their height: those on the screen, one a turn, so that
 * the browser stays free; those near it, one a frame, so that scrolling stays smooth; the others
 * while nobody waits, because the browser's own search and print want them.
 */
export class Filling {
  readonly #waiting = new Map<Element, () => void>();
  #near: IntersectionObserver | null = null;
  #touched = -Infinity;

  /** Calls `fill` once, when the time for `box` has come. Gives what ends that. */
  watch(box: Element, fill: () => void): () => void {
    this.#waiting.set(box, fill);
    this.#near?.observe(box);
    return () => this.#forget(box);
  }

  /** Begins with what `view` shows as it is scrolled. Gives what ends that. */
  begin(view: Element): () => void {
    const near = new IntersectionObserver((entries) => this.#fillNear(entries), {
      root: view,
      rootMargin: NEAR,
    });
    this.#near = near;
    for (const box of this.#waiting.keys()) near.observe(box);
    for (const type of TOUCHES) addEventListener(type, this.#touch, TOUCHED);
    void this.#fillRest();
    return () => {
      for (const type of TOUCHES) removeEventListener(type, this.#touch, TOUCHED);
      near.disconnect();
      this.#near = null;
      this.#waiting.clear();
    };
  }

  #fillNear(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      const ready = isOnScreen(entry) ? turn() : frame();
      void ready.then(() => this.#fill(entry.target));
    }
  }

  readonly #touch = (): void => {
    this.#touched = performance.now();
  };

  async #fillRest(): Promise<void> {
    while (this.#waiting.size > 0) {
      await idle();
      const wait = this.#touched + CALM_MS - performance.now();
      const [next] = this.#waiting.keys();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      else if (next) this.#fill(next);
    }
  }

  #fill(box: Element): void {
    const fill = this.#waiting.get(box);
    this.#forget(box);
    fill?.();
  }

  #forget(box: Element): void {
    this.#waiting.delete(box);
    this.#near?.unobserve(box);
  }
}

function isOnScreen({ boundingClientRect: { top, bottom } }: IntersectionObserverEntry): boolean {
  return bottom > 0 && top < innerHeight;
}
