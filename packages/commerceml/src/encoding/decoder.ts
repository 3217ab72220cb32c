import { detectEncoding, type DetectedEncoding } from './detect.js';

const headSize = 1024;

/** Turns pieces of a file, of any size, into text. Waits for a kilobyte to know the encoding. */
export class Decoder {
  #head: Uint8Array = new Uint8Array();
  #decoder: TextDecoder | undefined;
  #detected: DetectedEncoding | undefined;

  /** Known after the first text. */
  get detected(): DetectedEncoding | undefined {
    return this.#detected;
  }

  /** The text of this piece and of what waited before it; `''` while the encoding isn't known. */
  write(bytes: Uint8Array): string {
    if (this.#decoder !== undefined) return this.#decoder.decode(bytes, { stream: true });
    this.#head = join(this.#head, bytes);
    return this.#head.length < headSize ? '' : this.#start().decode(this.#head, { stream: true });
  }

  /** What is left. */
  end(): string {
    return this.#decoder === undefined ? this.#start().decode(this.#head) : this.#decoder.decode();
  }

  #start(): TextDecoder {
    this.#detected = detectEncoding(this.#head);
    this.#decoder = new TextDecoder(this.#detected.encoding);
    return this.#decoder;
  }
}

function join(left: Uint8Array, right: Uint8Array): Uint8Array {
  const joined = new Uint8Array(left.length + right.length);
  joined.set(left);
  joined.set(right, left.length);
  return joined;
}
