import type * as z from 'zod/mini';

import type { Permissions } from './permissions.js';
import type { ErrorCode } from './problem.js';

/**
 * Who may call: anyone · a signed-in person · a member acting for a company · the same under an agreement · supplier's staff ·
 * its admins · another system of the supplier with an integration key.
 */
export type Access = 'anyone' | 'person' | 'member' | 'buyer' | 'staff' | 'admin' | 'integration';

/** `public`: the public assortment's answer may be kept by any cache; `private`: with an ETag; `none`: `private, no-store`. */
export type Caching = 'public' | 'private' | 'none';

/** Permissions that are plain switches. */
export type Switch = {
  [Name in keyof Permissions]: Permissions[Name] extends boolean ? Name : never;
}[keyof Permissions];

/** One call of the API: the single source for routes, the OpenAPI document and the tests that walk every route. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Path with `{name}` parameters. */
  readonly path: `/v1/${string}`;
  readonly summary: string;
  readonly access: Access;
  /** Switch that the member must have besides {@link access}. */
  readonly needs?: Switch;
  readonly params?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  /** Media types of a body that is a file: it is passed on as it is. */
  readonly upload?: readonly string[];
  /** Undefined: the answer is 204, or not JSON (see {@link media}). */
  readonly answer?: z.ZodMiniType;
  /** Success status. @default 200 with an answer, else 204 */
  readonly status?: 200 | 201 | 202 | 204;
  /** Media types of an answer that is not JSON. */
  readonly media?: readonly string[];
  /** `required`: refused without an `Idempotency-Key`; `accepted`: honoured when sent. @default accepted for unsafe methods */
  readonly idempotency?: 'required' | 'accepted' | 'none';
  /** The call reads `If-Match`; the answer carries `ETag` with the version. */
  readonly version?: 'required' | 'accepted';
  /** @default none */
  readonly caching?: Caching;
  /** Codes that this call can answer besides the general ones. */
  readonly problems?: readonly ErrorCode[];
}

/** Types an operation literal without widening it. */
export function operation<const Definition extends Operation>(definition: Definition): Definition {
  return definition;
}
