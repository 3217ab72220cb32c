import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type Compilable,
} from 'kysely';
import { describe, expect, it } from 'vitest';

import { companyScope } from './company-scope.js';
import type { Tables } from './tables.js';

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const scoped = db.withPlugin(companyScope({ kind: 'company', companyId: 'cmp_own' }));
const bound = (query: Compilable) => query.compile().parameters.filter((each) => each === 'cmp_own').length;

describe('a scoped query', () => {
  it.each<[string, Compilable, number]>([
    ['select', scoped.selectFrom('orders').selectAll(), 1],
    ['select under another name', scoped.selectFrom('orders as o').selectAll(), 1],
    ['select with a condition', scoped.selectFrom('orders').selectAll().where('id', '=', 'x'), 1],
    ['update', scoped.updateTable('cart').set({ name: 'x' }).where('id', '=', 'x'), 1],
    ['delete', scoped.deleteFrom('cart').where('id', '=', 'x'), 1],
    [
      'join',
      scoped.selectFrom('variant').innerJoin('cart_line', 'cart_line.variant_id', 'variant.id').selectAll(),
      1,
    ],
    [
      'subquery',
      scoped
        .selectFrom('orders')
        .select((select) => select.selectFrom('document').select('id').limit(1).as('document')),
      2,
    ],
    ['query on what belongs to nobody', scoped.selectFrom('product').selectAll(), 0],
  ])('is bound to the company: %s', (_what, query, times) => {
    expect(bound(query)).toBe(times);
  });

  it('inserts no row of another company', () => {
    const row = { code: 'a', variant_id: 1 };
    const insert = (companyId: string) => () =>
      scoped
        .insertInto('customer_code')
        .values({ ...row, company_id: companyId })
        .compile();
    expect(insert('cmp_own')).not.toThrow();
    expect(insert('cmp_other')).toThrow('A row of another company');
  });

  it('is refused as raw SQL on a table of companies', () => {
    expect(() => sql`select * from orders`.compile(scoped)).toThrow('cannot be scoped');
    expect(() => sql`select * from product`.compile(scoped)).not.toThrow();
  });

  it('shows nothing to nobody', () => {
    const nobody = db.withPlugin(companyScope({ kind: 'nobody' }));
    expect(nobody.selectFrom('orders').selectAll().compile().sql).toMatch(/where false$/);
  });
});
