/** The last value under each key, for as long as it would be made from the same objects. */
export class Remembered<Value> {
  readonly #values = new Map<
    string,
    { readonly from: readonly unknown[]; readonly value: Value }
  >();

  /**
   * The value that `make` gives; the one made before where everything in `from` is identical.
   *
   * @param from  all that `make` looks at
   */
  of(key: string, from: readonly unknown[], make: () => Value): Value {
    const old = this.#values.get(key);
    if (old && isSame(old.from, from)) return old.value;
    const value = make();
    this.#values.set(key, { from, value });
    return value;
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
