import { idle } from '../../platform/machine';
import { turn } from '../parts/turn';

/** So far from the screen a box is filled. */
const NEAR = '1200px 0px';

/** Who has touched nothing for so long waits for nothing. */
const CALM_MS = 1_000;
const TOUCHES = ['keydown', 'pointerdown', 'wheel'];

/**
 * Fills boxes that stand on a page at about their height: those near the screen, one a turn, so that
 * the browser stays free; the others while nobody waits, because its own search and print want them.
 */
export class Filling {
  readonly #waiting = new Map<Element, () => void>();
  #near: IntersectionObserver | null = null;
  #isStopped = false;
  #touched = -Infinity;

  /** Calls `fill` once, when the time for `box` has come. Gives what ends that. */
  watch(box: Element, fill: () => void): () => void {
    this.#waiting.set(box, fill);
    this.#near ??= this.#begin(box.parentElement);
    this.#near.observe(box);
    return () => this.#forget(box);
  }

  stop(): void {
    for (const type of TOUCHES) removeEventListener(type, this.#touch);
    this.#isStopped = true;
    this.#near?.disconnect();
    this.#waiting.clear();
  }

  #begin(column: Element | null): IntersectionObserver {
    for (const type of TOUCHES) addEventListener(type, this.#touch, { passive: true });
    void this.#fillRest();
    const root = column?.parentElement ?? null;
    return new IntersectionObserver((entries) => this.#fillNear(entries), {
      root,
      rootMargin: NEAR,
    });
  }

  #fillNear(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) void turn().then(() => this.#fill(target));
    }
  }

  readonly #touch = (): void => {
    this.#touched = performance.now();
  };

  async #fillRest(): Promise<void> {
    while (!this.#isStopped && this.#waiting.size > 0) {
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
