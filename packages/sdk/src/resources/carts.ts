import type {
  Cart,
  CartChange,
  CartCheck,
  CartLine,
  CartMerge,
  CartSummary,
  LineOperation,
} from '@kontor/contract';
import { limits } from '@kontor/contract/limits';

import type { Http } from '../http.js';
import { List } from '../list.js';
import type { CallOptions, ChangeOptions, VersionedOptions } from '../options.js';

/** How a batch of operations is applied. */
export interface SetLinesOptions extends VersionedOptions {
  /** @default 'keep-what-works' */
  policy?: 'all-or-nothing' | 'keep-what-works';
  /** Whether a quantity that breaks an ordering rule is corrected; rejected otherwise. @default true */
  correct?: boolean;
}

/** What comes with a cart. */
export interface CartOptions extends CallOptions {
  /** How many of its lines, at most `limits.linesPerPage`. @default 100 */
  lines?: number;
}

/** Carts of the member under the selected agreement. */
export class Carts {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** The current cart with its first lines; made when there is none. */
  current({ lines, ...options }: CartOptions = {}): Promise<Cart> {
    return this.#http.get('carts/current', { lines }, options);
  }

  list({ limit, after }: { limit?: number; after?: string } = {}, options?: CallOptions): List<CartSummary> {
    return new List((cursor) => this.#http.get('carts', { limit, after: cursor }, options), after);
  }

  /** @throws ApiError `already_exists`, `cart_limit_reached` */
  create(input: { name: string }, options?: ChangeOptions): Promise<Cart> {
    return this.#http.change('POST', 'carts', input, options);
  }

  /** @throws ApiError `not_found` */
  get(id: string, { lines, ...options }: CartOptions = {}): Promise<Cart> {
    return this.#http.get(pathOf(id), { lines }, options);
  }

  /** Renames a cart, or makes it the current one. */
  update(
    id: string,
    input: { name?: string; isCurrent?: true },
    options?: ChangeOptions,
  ): Promise<CartSummary> {
    return this.#http.change('PATCH', pathOf(id), input, options);
  }

  remove(id: string, options?: ChangeOptions): Promise<void> {
    return this.#http.command('DELETE', pathOf(id), undefined, options);
  }

  /** All lines, page by page. */
  lines(
    id: string,
    { limit, after }: { limit?: number; after?: string } = {},
    options?: CallOptions,
  ): List<CartLine> {
    return new List(
      (cursor) => this.#http.get(pathOf(id, 'lines'), { limit, after: cursor }, options),
      after,
    );
  }

  /**
   * Sets absolute quantities, any number of operations; one outcome each, in order. More than one call's worth goes in
   * several requests; when one fails, those before it stay done.
   * @throws ApiError `version_conflict`, `lines_rejected`
   * @throws RangeError for more than one call's worth with what one request alone can keep: `all-or-nothing`, a `version` or
   * an `idempotencyKey`
   */
  async setLines(
    id: string,
    operations: readonly LineOperation[],
    { policy, correct, ...options }: SetLinesOptions = {},
  ): Promise<CartChange> {
    const most = limits.lineOperationsPerCall;
    if (
      operations.length > most &&
      (policy === 'all-or-nothing' || options.version !== undefined || options.idempotencyKey !== undefined)
    ) {
      throw new RangeError(`One call takes ${String(most)} operations`);
    }
    const rules = {
      ...(policy === undefined ? {} : { policy }),
      ...(correct === undefined ? {} : { correct }),
    };
    const send = (part: readonly LineOperation[]) =>
      this.#http.change<CartChange>('POST', pathOf(id, 'lines'), { operations: part, ...rules }, options);
    let change = await send(operations.slice(0, most));
    for (let start = most; start < operations.length; start += most) {
      const next = await send(operations.slice(start, start + most));
      change = {
        ...next,
        outcomes: [...change.outcomes, ...next.outcomes],
        lines: [...change.lines, ...next.lines],
      };
    }
    return change;
  }

  clear(id: string, options?: VersionedOptions): Promise<CartSummary> {
    return this.#http.change('POST', pathOf(id, 'clear'), undefined, options);
  }

  /** Prices everything and compares it with stock anew. */
  check(id: string, options?: ChangeOptions): Promise<CartCheck> {
    return this.#http.change('POST', pathOf(id, 'check'), undefined, options);
  }

  /** Takes over the lines of another cart, which is then removed. */
  merge(
    id: string,
    input: { from: string; quantities?: 'sum' | 'larger' | 'keep' },
    options?: ChangeOptions,
  ): Promise<CartMerge> {
    return this.#http.change('POST', pathOf(id, 'merge'), input, options);
  }
}

function pathOf(id: string, verb?: string): string {
  return `carts/${encodeURIComponent(id)}${verb === undefined ? '' : `/${verb}`}`;
}
