import { View } from 'vega';

/** A Vega view that fails when its first drawing does; Vega's own writes that to the log and shows nothing. */
export class FailingView extends View {
  #isFirst = true;
  #failure: unknown = null;

  /** Vega's dataflow tells here what went wrong in it. */
  error(...told: unknown[]): this {
    if (!this.#isFirst) this.logger().error(...told);
    else this.#failure ??= told[0];
    return this;
  }

  override async runAsync(): Promise<View> {
    await super.runAsync();
    const failure = this.#failure;
    this.#failure = null;
    this.#isFirst = false;
    if (failure === null) return this;
    this.finalize();
    throw failure;
  }
}
