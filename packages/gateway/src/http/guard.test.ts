import { operations, rolePresets, type Operation } from '@kontor/contract';
import { describe, expect, test } from 'vitest';

import { publicAssortmentId, type Caller } from '../caller.js';
import { ProblemError } from '../problem-error.js';
import { guard } from './guard.js';

const all: Operation[] = Object.values(operations).flatMap((resource) => Object.values(resource));
const agreement: NonNullable<Caller['agreement']> = {
  id: 'agr',
  sellerId: 'sel',
  currency: 'RUB',
  vatMode: 'included',
  priceTypeId: null,
  coefficient: '1',
  segments: [],
  paymentTerm: { kind: 'prepayment' },
  assortmentId: null,
  warehouseIds: null,
  validFrom: null,
  validTo: null,
};
const caller = (changes: Partial<Caller> = {}): Caller => ({
  kind: 'member',
  sessionId: 'ses',
  person: { id: 'per', name: '', email: '', phone: null },
  staff: null,
  can: rolePresets.owner,
  scopes: null,
  context: { id: 'ctx', revision: 1, companyId: 'cmp', memberId: 'mem', agreementId: 'agr', location: null },
  company: {
    id: 'cmp',
    sellerId: 'sel',
    segmentId: null,
    assortmentId: null,
    grade: null,
    basePriceTypeId: null,
  },
  agreement,
  assortmentId: publicAssortmentId,
  expiresAt: null,
  ...changes,
});
const now = new Date('2026-11-16T06:00:00Z');
const refusal = (operation: Operation, by: Caller, at = now) => {
  try {
    guard(operation, by, at, 'Europe/Moscow');
    return null;
  } catch (error) {
    return error instanceof ProblemError ? error.code : 'a fault';
  }
};

test('lets nobody in unsigned but where anyone may go', () => {
  for (const operation of all)
    expect(refusal(operation, caller({ person: null, context: null }))).toBe(
      operation.access === 'anyone' ? null : 'unauthenticated',
    );
});

test('lets no member into the back office', () => {
  for (const operation of all.filter(({ path }) => path.startsWith('/v1/backoffice/')))
    expect(refusal(operation, caller())).toBe('forbidden');
});

test('asks for every switch that an operation needs', () => {
  const none = Object.fromEntries(Object.keys(rolePresets.owner).map((name) => [name, false]));
  const needing = all.filter(({ needs }) => needs !== undefined);
  expect(needing.length).toBeGreaterThan(5);
  for (const operation of needing)
    expect(refusal(operation, caller({ can: none as unknown as Caller['can'] }))).toBe('forbidden');
});

test('lets keys of other systems in where they belong, and nobody else', () => {
  const key = caller({ kind: 'integration', person: null, context: null, company: null, agreement: null });
  for (const operation of all) {
    const isTheirs = operation.access === 'integration';
    expect(refusal(operation, key)).toBe(isTheirs ? null : 'forbidden');
    if (isTheirs) expect(refusal(operation, caller({ staff: 'admin' }))).toBe('forbidden');
  }
});

describe('an API key', () => {
  const key = (...scopes: string[]) => caller({ kind: 'apiKey', scopes });
  const guarded = all.filter(({ access }) => access !== 'anyone' && access !== 'integration');

  test('without scopes goes nowhere', () => {
    for (const operation of guarded) expect(refusal(operation, key())).toBe('forbidden');
  });

  test('that only reads changes nothing', () => {
    const open = guarded.filter((operation) => refusal(operation, key('read')) === null);
    const changing = open.filter(({ method }) => method !== 'GET').map(({ path }) => path);
    expect(changing.sort()).toEqual(
      [
        '/v1/session/agreement-preview',
        ...guarded
          .filter(
            ({ idempotency, path }) => idempotency === 'none' && !/^\/v1\/(session|company)\//.test(path),
          )
          .filter(({ method }) => method !== 'GET')
          .map(({ path }) => path),
      ].sort(),
    );
  });

  test('with all scopes manages neither people nor keys nor sessions', () => {
    const open = guarded
      .filter((operation) => refusal(operation, key('read', 'cart', 'orders')) === null)
      .filter(({ method, path }) => method !== 'GET' && /^\/v1\/(session|company|backoffice)/.test(path))
      .map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual([
      'DELETE /v1/company/addresses/{id}',
      'POST /v1/company/addresses',
      'POST /v1/session/agreement',
      'POST /v1/session/agreement-preview',
      'POST /v1/session/location',
    ]);
  });
});

test.each([
  ['2026-11-16T20:59:59Z', { validTo: '2026-11-16' }, null],
  ['2026-11-16T21:00:00Z', { validTo: '2026-11-16' }, 'agreement_not_valid'],
  ['2026-11-15T20:59:59Z', { validFrom: '2026-11-16' }, 'agreement_not_valid'],
  ['2026-11-15T21:00:00Z', { validFrom: '2026-11-16' }, null],
])("at %s an agreement with %o counts by the supplier's calendar", (at, term, expected) => {
  const by = caller({ agreement: { ...agreement, ...term } });
  expect(refusal(operations.session.previewAgreement, by, new Date(at))).toBe(expected);
});
