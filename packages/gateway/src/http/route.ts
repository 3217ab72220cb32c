import type { Operation } from '@kontor/contract';
import type * as z from 'zod/mini';

import type { BuyerCaller, Caller, MemberCaller, StaffCaller } from '../caller.js';
import type { Scope } from '../scope.js';

type Parsed<Op, Part extends string> =
  Op extends Record<Part, infer Schema extends z.ZodMiniType> ? z.output<Schema> : undefined;

/** The caller that an operation's access lets through. */
type CallerOf<Access> = Access extends 'buyer'
  ? BuyerCaller
  : Access extends 'member'
    ? MemberCaller
    : Access extends 'staff' | 'admin'
      ? StaffCaller
      : Access extends 'person'
        ? Caller & { readonly person: NonNullable<Caller['person']>; readonly sessionId: string }
        : Caller;

/** What a handler gets: everything parsed, nobody in who may not. */
export interface Call<Op extends Operation> {
  readonly scope: Scope<CallerOf<Op['access']>>;
  readonly params: Parsed<Op, 'params'>;
  readonly query: Parsed<Op, 'query'>;
  readonly body: Parsed<Op, 'body'>;
  /** Version of `If-Match`; undefined when not sent. */
  readonly ifMatch: number | undefined;
  readonly request: Request;
  /** Adds a header to the answer. */
  readonly setHeader: (name: string, value: string) => void;
  /** Sets the `ETag` of a versioned thing. */
  readonly setVersion: (version: number) => void;
  /** Does something once the answer is settled and what it changed is committed; not when a kept answer is given again. */
  readonly afterwards: (work: () => void) => void;
}

/** What a handler gives: the answer's value, a whole response for files and streams, or nothing. */
export type HandlerAnswer<Op extends Operation> = Op extends { answer: infer Answer extends z.ZodMiniType }
  ? z.input<Answer>
  : Op extends { media: readonly string[] }
    ? Response
    : void;

/**
 * Stands around the serving of a call, outside of its transaction: what it writes stays when the call is refused.
 * @param scope of the caller who was let in; not of the call's transaction
 */
export type Around<Op extends Operation = Operation> = (
  scope: Scope<CallerOf<Op['access']>>,
  serve: () => Promise<Response>,
) => Promise<Response>;

/** An operation of the contract with the code that serves it. */
export interface Route {
  readonly operation: Operation;
  readonly handle: (call: Call<Operation>) => Promise<unknown>;
  readonly around?: Around;
}

/** Ties an operation to its handler, typed by the contract. */
export function route<const Op extends Operation>(
  operation: Op,
  handle: (call: Call<Op>) => Promise<HandlerAnswer<Op>>,
  around?: Around<Op>,
): Route {
  return { operation, handle, ...(around ? { around } : {}) };
}
