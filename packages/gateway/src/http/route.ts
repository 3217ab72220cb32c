import type { Operation } from '@kontor/contract';
import type * as z from 'zod/mini';

import type { BuyerCaller, Caller, MemberCaller, StaffCaller } from '../caller.js';
import type { Scope } from '../scope.js';

type Parsed<Schema> = Schema extends z.ZodMiniType ? z.output<Schema> : undefined;
type Sent<Schema> = Schema extends z.ZodMiniType ? z.input<Schema> : undefined;

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
  readonly params: Parsed<Op['params']>;
  readonly query: Parsed<Op['query']>;
  readonly body: Parsed<Op['body']>;
  /** Version of `If-Match`; undefined when not sent. */
  readonly ifMatch: number | undefined;
  readonly request: Request;
  /** Adds a header to the answer. */
  setHeader(name: string, value: string): void;
  /** Sets the `ETag` of a versioned thing. */
  setVersion(version: number): void;
}

/** What a handler gives: the answer's value, or a whole response for files and streams. */
export type HandlerAnswer<Op extends Operation> = Op['answer'] extends z.ZodMiniType ? Sent<Op['answer']> : Op['media'] extends readonly string[] ? Response : undefined;

/** An operation of the contract with the code that serves it. */
export interface Route {
  readonly operation: Operation;
  readonly handle: (call: Call<Operation>) => Promise<unknown>;
}

/** Ties an operation to its handler, typed by the contract. */
export function route<Op extends Operation>(operation: Op, handle: (call: Call<Op>) => Promise<HandlerAnswer<Op> | void>): Route {
  return { operation, handle: handle as unknown as Route['handle'] };
}
