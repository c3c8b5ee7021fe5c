import { View } from 'vega';
import { beginStretch } from './unhurried-dataflow';

/** What of Vega's view its types leave out. */
interface Evaluates {
  evaluate(...given: unknown[]): Promise<unknown>;
}

/**
 * A Vega view that fails when its first drawing does (Vega's own writes that to the log and shows
 * nothing), and whose dataflow may pause: what wants to run meanwhile waits, and what a layout
 * makes run again is done before it is drawn.
 */
export class FailingView extends View {
  #isFirst = true;
  #failure: unknown = null;
  #isAfter = false;
  #again: Promise<unknown>[] = [];

  /** Vega's dataflow tells here what went wrong in it. */
  error(...told: unknown[]): this {
    if (!this.#isFirst) this.logger().error(...told);
    else this.#failure ??= told[0];
    return this;
  }

  override async runAsync(...given: unknown[]): Promise<View> {
    beginStretch();
    await super.runAsync(...(given as []));
    const failure = this.#failure;
    this.#failure = null;
    this.#isFirst = false;
    if (failure === null) return this;
    this.finalize();
    throw failure;
  }

  /** Before the first drawing there is nothing that could be answered. */
  override run(...given: unknown[]): this {
    if (this.#isAfter) this.#again.push((this as unknown as Evaluates).evaluate(...given));
    else if (!this.#isFirst) void this.runAsync(...given);
    return this;
  }

  override runAfter(callback: (view: this) => void, ...more: [boolean?, number?]): this {
    return super.runAfter(
      async () => {
        this.#isAfter = true;
        try {
          callback(this);
        } catch (error) {
          this.error(error);
        } finally {
          this.#isAfter = false;
        }
        await Promise.all(this.#again.splice(0));
      },
      ...more,
    );
  }
}
