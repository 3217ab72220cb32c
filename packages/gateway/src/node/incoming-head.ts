import type { IncomingHttpHeaders } from 'node:http';

import type { RequestHead } from '../ports.js';

/** The head of a request as Node has it, with the address of the connection. */
export class IncomingHead implements RequestHead {
  readonly method = 'GET';
  readonly peer: string | undefined;
  readonly #headers: IncomingHttpHeaders;

  constructor(headers: IncomingHttpHeaders, peer: string | undefined) {
    this.#headers = headers;
    this.peer = peer;
  }

  // Itself, because two objects for each request are one too many on the way that has to be short.
  get headers(): this {
    return this;
  }

  get(name: string): string | null {
    const value = this.#headers[name];
    return value === undefined ? null : String(value);
  }
}
