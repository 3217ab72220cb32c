const pieceSize = 2 ** 16;
const greater = 0x3e;

/**
 * Gathers bytes of any sizes into pieces of 64 kB that end with a `>`: then hardly any tag is cut in two, and what is parsed
 * is a text of its own and no chain of texts.
 */
export class Pieces {
  readonly #buffer = new Uint8Array(2 * pieceSize);
  #filled = 0;

  /** Tells each piece that is full. The bytes of a piece are only good until the next. */
  write(bytes: Uint8Array, tell: (piece: Uint8Array) => void): void {
    for (let from = 0; from < bytes.length;) {
      const part = bytes.subarray(from, from + 2 * pieceSize - this.#filled);
      this.#buffer.set(part, this.#filled);
      this.#filled += part.length;
      from += part.length;
      if (this.#filled >= pieceSize) this.#cut(tell);
    }
  }

  /** Tells what is left. */
  end(tell: (piece: Uint8Array) => void): void {
    if (this.#filled > 0) tell(this.#buffer.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #cut(tell: (piece: Uint8Array) => void): void {
    const last = this.#buffer.lastIndexOf(greater, this.#filled - 1);
    const end = last < this.#filled / 2 ? this.#filled : last + 1;
    tell(this.#buffer.subarray(0, end));
    this.#buffer.copyWithin(0, end, this.#filled);
    this.#filled -= end;
  }
}
