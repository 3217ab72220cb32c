import { describe, expect, test } from 'vitest';

import { useTestShops } from '../test/test-shop.js';
import { exchangeJournalOf } from './shop-parts.js';
import { when } from './when.js';

const admin = 'admin@kontor.example.test';

describe('the journal of the exchange', () => {
  const shops = useTestShops();
  const system = () => shops.gateway().database.database.system;

  async function addRun(
    status: 'done' | 'failed' | 'running',
    startedAt: string,
    problems = 0,
  ): Promise<string> {
    const { id } = await system()
      .insertInto('exchange_run')
      .values({ channel: 'protocol', kind: 'catalog', started_at: new Date(startedAt), status, error: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (let each = 0; each < problems; each += 1)
      await system()
        .insertInto('exchange_problem')
        .values({ run_id: id, severity: 'warning', code: 'sku_taken', message: `Problem ${String(each)}` })
        .execute();
    return String(id);
  }

  test('is read newest first, page by page, with what came and what was wrong', async () => {
    const ids = [];
    for (let day = 1; day <= 31; day += 1)
      ids.unshift(
        await addRun('done', `2030-01-${String(day).padStart(2, '0')}T10:00:00Z`, day === 31 ? 60 : 0),
      );
    const { runs, run, problems } = exchangeJournalOf(await shops.signedIn(admin));
    const stop = runs.$pages.listen(() => undefined);
    const first = await when(runs.$pages, ({ status }) => status === 'ready');
    await runs.more();
    const { value: all } = runs.$pages.get();
    expect(first.value).toMatchObject({ items: { length: 30 }, hasMore: true });
    expect(all?.items.slice(0, 31).map(({ id }) => id)).toEqual(ids);
    stop();

    const [newest = ''] = ids;
    const details = run(newest).$state;
    const found = problems(newest);
    const stops = [details.listen(() => undefined), found.$pages.listen(() => undefined)];
    const { value: read } = await when(details, ({ status }) => status === 'ready');
    await when(found.$pages, ({ status }) => status === 'ready');
    await found.more();
    expect([read?.run.problems, found.$pages.get().value]).toMatchObject([
      { errors: 0, warnings: 60 },
      { items: { length: 60 }, hasMore: false },
    ]);
    for (const each of stops) each();
  });

  test('is narrowed to what failed', async () => {
    const id = await addRun('failed', '2031-01-01T10:00:00Z');
    const { runs } = exchangeJournalOf(await shops.signedIn(admin));
    runs.filter({ status: 'failed' });
    const stop = runs.$pages.listen(() => undefined);
    const { value } = await when(runs.$pages, ({ status }) => status === 'ready');
    expect(value?.items.map((each) => each.id)).toEqual([id]);
    stop();
  });

  test('says of others than admins why there is nothing', async () => {
    const { runs } = exchangeJournalOf(await shops.signedIn());
    const stop = runs.$pages.listen(() => undefined);
    const { error } = await when(runs.$pages, ({ status }) => status === 'failed');
    expect(error).toMatchObject({ status: 403 });
    stop();
  });
});
