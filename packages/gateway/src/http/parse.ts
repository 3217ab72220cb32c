import { limits, type Operation } from '@kontor/contract';
import type * as z from 'zod/mini';

import { ProblemError } from '../problem-error.js';
import { findUnstorable } from './storable-text.js';

/** The parts of a request after the contract's schemas. */
export interface ParsedRequest {
  params: unknown;
  query: unknown;
  body: unknown;
  /** The body as sent, for the hash of an idempotent request. */
  bodyText: string;
}

/**
 * Parses a request by its operation.
 * @throws ProblemError `invalid_request` with a pointer, `malformed_body`, `unsupported_media_type`, `body_too_large`
 */
export async function parseRequest(
  operation: Operation,
  request: Request,
  params: Record<string, string>,
): Promise<ParsedRequest> {
  if (operation.upload) refuseOtherMedia(request, operation.upload);
  const url = new URL(request.url);
  const bodyText = operation.body ? await readBody(request) : '';
  return {
    params: check(operation.params, params, '/path'),
    query: check(operation.query, queryOf(url), '/query'),
    body: operation.body ? check(operation.body, parseJson(bodyText), '') : undefined,
    bodyText,
  };
}

function check(schema: z.ZodMiniType | undefined, value: unknown, prefix: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return refuseUnstorable(result.data, prefix);
  const [issue] = result.error.issues;
  const path = (
    issue?.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : (issue?.path ?? [])
  ).map(String);
  throw new ProblemError('invalid_request', {
    pointer: pointerTo(prefix, path),
    detail: issue?.code === 'unrecognized_keys' ? 'Unknown key' : (issue?.message ?? 'Invalid'),
  });
}

/** A text that the database cannot keep is the caller's mistake, wherever it stands. */
function refuseUnstorable(data: unknown, prefix: string): unknown {
  const path = findUnstorable(data);
  if (!path) return data;
  throw new ProblemError('invalid_request', {
    pointer: pointerTo(prefix, path),
    detail: 'Neither NUL nor half a surrogate pair',
  });
}

function pointerTo(prefix: string, path: readonly string[]): string {
  return [prefix, ...path.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}

function queryOf(url: URL): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (Object.hasOwn(query, name))
      throw new ProblemError('invalid_request', { pointer: `/query/${name}`, detail: 'Given twice' });
    Object.defineProperty(query, name, { value, enumerable: true });
  }
  return query;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('malformed_body');
  }
}

function refuseOtherMedia(request: Request, wanted: readonly string[]): void {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined || !wanted.includes(type)) throw new ProblemError('unsupported_media_type');
}

async function readBody(request: Request): Promise<string> {
  refuseOtherMedia(request, ['application/json']);
  if (Number(request.headers.get('content-length') ?? 0) > limits.bodyBytes)
    throw new ProblemError('body_too_large');
  const bytes = await readLimited(request, limits.bodyBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError('malformed_body', { detail: 'Not UTF-8' });
  }
}

/**
 * The bytes of a body.
 * @throws ProblemError `body_too_large`
 */
export async function readLimited(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw new ProblemError('body_too_large');
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
