/** Sequences of codes that share their beginnings. Node 0 is the empty one; parents come before children. */
export class PrefixTree {
  #parent = new Int32Array(256);
  #code = new Int32Array(256);
  /** Open addressing: a node, or 0 for a free place. */
  #table = new Int32Array(1024);
  #size = 1;

  get size(): number {
    return this.#size;
  }

  /** The parent of each node; 0 for those at the top. */
  get parents(): Int32Array {
    return this.#parent.subarray(0, this.#size);
  }

  /** The last code of each node. */
  get codes(): Int32Array {
    return this.#code.subarray(0, this.#size);
  }

  /** The node that continues `node` with `code`, made when there is none. */
  child(node: number, code: number): number {
    const mask = this.#table.length - 1;
    let place = placeOf(node, code) & mask;
    for (let found = this.#table[place]!; found !== 0; found = this.#table[place]!) {
      if (this.#parent[found] === node && this.#code[found] === code) return found;
      place = (place + 1) & mask;
    }
    if (this.#size === this.#parent.length) this.#grow();
    this.#parent[this.#size] = node;
    this.#code[this.#size] = code;
    // Growing has moved all places.
    this.#insert(this.#size);
    return this.#size++;
  }

  #insert(node: number): void {
    const mask = this.#table.length - 1;
    let place = placeOf(this.#parent[node]!, this.#code[node]!) & mask;
    while (this.#table[place] !== 0) place = (place + 1) & mask;
    this.#table[place] = node;
  }

  #grow(): void {
    this.#parent = grown(this.#parent);
    this.#code = grown(this.#code);
    this.#table = new Int32Array(2 * this.#table.length);
    for (let node = 1; node < this.#size; ++node) this.#insert(node);
  }
}

function grown(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(2 * from.length);
  to.set(from);
  return to;
}

function placeOf(node: number, code: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(code + 1, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
