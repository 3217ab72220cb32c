import type * as z from 'zod/mini';

import type { Operation } from '../operation.js';

/** A part of an example, where the operation has that part. */
type Part<Op, Name extends 'params' | 'query' | 'body' | 'answer'> =
  Op extends Record<Name, infer Schema extends z.ZodMiniType> ? Record<Name, z.input<Schema>> : unknown;

/** One request of an operation with its answer, as they go over the wire. */
export type Example<Op extends Operation = Operation> = Part<Op, 'params'> &
  Part<Op, 'query'> &
  Part<Op, 'body'> &
  Part<Op, 'answer'> & {
    /** An answer that is text but not JSON, by media type. */
    text?: Record<string, string>;
  };

/** An example of every operation of a resource. */
export type ExamplesOf<Operations extends Record<string, Operation>> = {
  [Verb in keyof Operations]: Example<Operations[Verb]>;
};
