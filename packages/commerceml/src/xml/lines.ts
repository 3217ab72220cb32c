/** Counts lines of a text that is read from left to right in pieces; every line break is looked for once. */
export class Lines {
  #text = '';
  /** Lines before `#next`. */
  #line = 1;
  /** The next line break that is not counted; `-1` where there is none. */
  #next = -1;

  /** Goes on with the next piece, at the place that the one before was counted to. */
  start(text: string): void {
    this.#text = text;
    this.#next = text.indexOf('\n');
  }

  /** The line of a place in the piece, from 1; places may only grow. */
  at(place: number): number {
    while (this.#next >= 0 && this.#next < place) {
      this.#line += 1;
      this.#next = this.#text.indexOf('\n', this.#next + 1);
    }
    return this.#line;
  }
}
