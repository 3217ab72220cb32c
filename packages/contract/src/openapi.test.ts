import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describe, expect, it } from 'vitest';

import { examples } from './examples/index.js';
import { openapiDocument } from './openapi.js';
import type { Operation } from './operation.js';
import { operations } from './operations.js';

const all = Object.entries(operations).flatMap(([resource, verbs]) =>
  Object.entries(verbs as Record<string, Operation>).map(([verb, operation]) => ({
    id: `${resource}.${verb}`,
    operation,
    example: (examples as Record<string, Record<string, Record<string, unknown>>>)[resource]?.[verb],
  })),
);
const document = openapiDocument({ version: '1.2.3', serverUrl: 'https://b2b.krepezh.test' });
const text = JSON.stringify(document);

/** Every object of the document. */
function* objectsOf(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const each of Object.values(value)) yield* objectsOf(each);
}

describe('examples', () => {
  it.each(all)('of $id are what its schemas take', ({ operation, example }) => {
    for (const part of ['params', 'query', 'body', 'answer'] as const) {
      const schema = operation[part];
      const result = schema?.safeParse(example?.[part]);
      expect(result?.error?.issues ?? [], part).toEqual([]);
    }
  });

  it('say nothing that their operation does not have', () => {
    const extra = all.flatMap(({ id, operation, example }) =>
      Object.keys(example ?? {})
        .filter((part) => (part === 'text' ? !operation.media : !operation[part as 'body']))
        .map((part) => `${id}.${part}`),
    );
    expect(extra).toEqual([]);
  });
});

describe('the document', () => {
  it('passes a linter without an error or a warning', async () => {
    const config = await createConfig({
      extends: ['recommended'],
      rules: {
        // `/carts/current` stands beside `/carts/{id}` on purpose: the fixed path comes first.
        'no-ambiguous-paths': 'off',
      },
    });
    const problems = await lintFromString({ source: text, config });
    expect(
      problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer ?? ''}: ${message}`),
    ).toEqual([]);
  });

  it('has every operation once', () => {
    const ids = [...objectsOf(document)].flatMap(({ operationId }) => operationId ?? []);
    expect(ids.sort()).toEqual(all.map(({ id }) => id).sort());
  });

  it('refers only to what it has', () => {
    const targets = new Set(
      [...objectsOf(document)].flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : [])),
    );
    const missing = [...targets].filter((target) => {
      const parts = target.replace('#/', '').split('/');
      return (
        parts.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document) ===
        undefined
      );
    });
    expect(missing).toEqual([]);
  });

  it('has a component for each named shape, and no leftovers of the generator', () => {
    const { schemas } = document['components'] as { schemas: Record<string, { description?: string }> };
    const names = Object.keys(schemas);
    expect(names).toEqual(expect.arrayContaining(['Category', 'Order', 'Problem', 'ShopEvent']));
    expect(names.filter((name) => !/^[A-Z][A-Za-z]+$/.test(name) || !schemas[name]?.description)).toEqual([]);
    expect(text).not.toMatch(/__shared|\$defs|"\$id"|"\$schema"/);
  });

  it('asks for a key exactly where one is required', () => {
    const { paths } = document as {
      paths: Record<string, Record<string, { parameters: { $ref?: string }[] }>>;
    };
    const required = all
      .filter(({ operation: { method, path } }) =>
        paths[path]?.[method.toLowerCase()]?.parameters.some(({ $ref }) =>
          $ref?.endsWith('/RequiredIdempotencyKey'),
        ),
      )
      .map(({ id }) => id);
    expect(required).toEqual(
      all.filter(({ operation }) => operation.idempotency === 'required').map(({ id }) => id),
    );
  });
});
