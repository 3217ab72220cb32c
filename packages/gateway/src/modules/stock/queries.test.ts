import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
} from 'kysely';
import { expect, it } from 'vitest';

import type { Tables } from '../../database/tables.js';
import { lockBalances } from './queries.js';

it('locks balances row by row in one order for everybody', async () => {
  const queries: CompiledQuery[] = [];
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void queries.push(query),
  });
  await lockBalances({ db }, [9, 7], ['wh_b', 'wh_a']);
  expect(queries.map(({ sql }) => sql)).toEqual([
    expect.stringMatching(/order by "variant_id", "warehouse_id" for update$/),
  ]);
});
