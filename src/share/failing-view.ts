import { View } from 'vega';

/** A Vega view that fails when its first drawing does; Vega's own writes that to the log and shows nothing. */
export class FailingView extends View {
  #isDrawn = false;
  #failure: unknown = null;

  /** Vega's dataflow tells here what went wrong in it. */
  error(...told: unknown[]): this {
    if (this.#isDrawn) this.logger().error(...told);
    else this.#failure ??= told[0];
    return this;
  }

  override async runAsync(): Promise<View> {
    await super.runAsync();
    if (this.#failure !== null) throw this.#failure;
    this.#isDrawn = true;
    return this;
  }
}
