import { describe, expect, it, vi } from 'vitest';

import { problem, scripted } from '../test/scripted.js';
import * as sdk from './index.js';

const failing = (response: Response): Promise<unknown> =>
  scripted([response], { retries: 0 })
    .client.carts.current()
    .catch((error: unknown) => error);

describe('a guard', () => {
  it.each([
    ['isPriceChanged', 409, 'total_changed'],
    ['isNotEnoughStock', 409, 'not_enough_stock'],
    ['isVersionConflict', 412, 'version_conflict'],
    ['isNotFound', 404, 'not_found'],
    ['isSignedOut', 401, 'unauthenticated'],
    ['isSignedOut', 401, 'invalid_token'],
    ['isForbidden', 403, 'forbidden'],
    ['isRateLimited', 429, 'too_many_requests'],
  ] as const)('%s knows %i %s and nothing else', async (name, status, code) => {
    expect(sdk[name](await failing(problem(status, code)))).toBe(true);
    expect(sdk[name](await failing(problem(409, 'cart_empty')))).toBe(false);
  });

  it.each([
    undefined,
    null,
    'text',
    {},
    new Error('x'),
    Object.assign(new Error('x'), { status: 404, code: 'not_found' }),
  ])('knows that %s is none of ours', (value) => {
    expect([sdk.isKontorError(value), sdk.isApiError(value), sdk.isNotFound(value)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('knows errors of another copy of the package', async () => {
    const error = await failing(problem(404, 'not_found'));
    vi.resetModules();
    const copy = await import('./index.js');
    expect(error instanceof copy.ApiError).toBe(false);
    expect([copy.isKontorError(error), copy.isApiError(error, 'not_found'), copy.isNotFound(error)]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('an ApiError', () => {
  it('tells what the gateway said', async () => {
    expect(await failing(problem(404, 'not_found'))).toMatchObject({
      name: 'ApiError',
      message: 'A problem',
      status: 404,
      code: 'not_found',
      params: {},
      requestId: 'req_1',
      retryable: false,
      cause: { code: 'not_found' },
    });
  });

  it.each([429, 502, 503, 504])('of status %i may succeed later', async (status) => {
    expect(await failing(problem(status, 'unavailable'))).toMatchObject({ retryable: true });
  });
});

describe('every class', () => {
  it.each(['ApiError', 'ConnectionError', 'TimeoutError', 'AbortError', 'ContractError'] as const)(
    '%s is a KontorError with its own name',
    (name) => {
      const error = name === 'ApiError' ? new sdk.ApiError(500, {}) : new sdk[name]('text');
      expect(error).toBeInstanceOf(sdk.KontorError);
      expect([error.name, sdk.isKontorError(error)]).toEqual([name, true]);
    },
  );
});
