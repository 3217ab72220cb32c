import { describe, expect, it } from 'vitest';

import { Site } from './site.js';

const query = 'type=sale&mode=query';
const success = 'type=sale&mode=success';
const file = (name: string): string => `type=sale&mode=file&filename=${name}`;
const xml = '<?xml version="1.0"?><a/>';

function signedIn(settings = {}, orders: readonly number[] = []): Site {
  const site = new Site(settings);
  site.outcomes.set(
    'query',
    orders.map((count) => ({ status: 'done', count })),
  );
  site.signIn('sale');
  return site;
}

describe('orders', () => {
  it('are confirmed by success, and only once', () => {
    const site = signedIn({}, [2]);
    expect(site.call(query)).toBe('<document>');
    expect(site.call(success)).toBe('success');
    expect(site.call(success)).toBe('success');
    expect(site.of('query')).toEqual([{ kind: 'query', batch: 1, isFirst: true }]);
    expect(site.of('confirm')).toEqual([{ kind: 'confirm', batch: 1, isBeforeQuery: false }]);
  });

  it('are confirmed by a second query where success never comes', () => {
    const site = signedIn({}, [100, 20, 0]);
    for (let each = 0; each < 3; each += 1) site.call(query);
    expect(site.tasks.map((task) => [task.kind, 'batch' in task ? task.batch : 0])).toEqual([
      ['query', 1],
      ['confirm', 1],
      ['query', 2],
      ['confirm', 2],
      ['query', 3],
    ]);
    expect(site.call(success)).toBe('success');
    expect(site.of('confirm')).toHaveLength(2);
  });

  it('are given again by a second query where that is set', () => {
    const site = signedIn({ confirmsByQuery: false }, [2, 2]);
    site.call(query);
    site.call(query);
    site.call(success);
    expect(site.tasks.map((task) => [task.kind, 'batch' in task ? task.batch : 0])).toEqual([
      ['query', 1],
      ['query', 1],
      ['confirm', 1],
    ]);
  });

  it('without a query have nothing to confirm', () => {
    const site = signedIn();
    expect(site.call(success)).toBe('success');
    expect(site.tasks).toEqual([]);
  });

  it('of which there are none are a document and need no confirmation', () => {
    const site = signedIn({}, [0]);
    expect(site.call(query)).toBe('<document>');
    site.call(success);
    expect(site.of('confirm')).toEqual([]);
  });

  it('that a lost session never confirmed are offered again by the next', () => {
    const site = signedIn({}, [2, 2]);
    site.call(query);
    site.signIn('sale');
    site.call(query);
    expect(site.of('query').map(({ isFirst }) => isFirst)).toEqual([true, true]);
    expect(site.of('confirm')).toEqual([]);
  });

  it('stay open when they cannot be confirmed', () => {
    const site = signedIn({}, [2]);
    site.outcomes.set('confirm', [{ status: 'failed', message: 'база занята' }]);
    site.call(query);
    expect(site.call(success)).toBe('failure\nНе удалось отметить заказы как полученные\nбаза занята');
    expect(site.state.openBatch).toBe(1);
    expect(site.call(success)).toBe('success');
  });

  it('that cannot be made are told', () => {
    const site = signedIn();
    site.outcomes.set('query', [{ status: 'failed' }]);
    expect(site.call(query)).toBe('failure\nНе удалось подготовить заказы');
  });
});

describe('documents of 1C', () => {
  it('are imported at once where the exchange is classic', () => {
    const site = signedIn();
    site.call('type=sale&mode=init');
    site.outcomes.set('import', [{ status: 'done', message: 'Документов: 1' }]);
    expect(site.call(file('orders-1.xml'), { body: xml })).toBe('success\nДокументов: 1');
    expect(site.of('import')).toMatchObject([{ type: 'sale', isImmediate: true }]);
  });

  it('fail at once where they cannot be read', () => {
    const site = signedIn();
    site.outcomes.set('import', [{ status: 'failed', message: 'Строка 2' }]);
    expect(site.call(file('orders-1.xml'), { body: xml })).toBe('failure\nСтрока 2');
  });

  it('wait for their other parts', () => {
    const site = signedIn({ fileLimit: xml.length });
    site.call(file('orders-1.xml'), { body: xml });
    expect(site.of('import')).toHaveLength(0);
    site.call(file('orders-1.xml'), { body: '<b/>' });
    expect(site.of('import')).toHaveLength(1);
  });

  it('of an archive are imported one after the other', () => {
    const site = signedIn();
    const inside = (name: string) => ({ archive: 'orders.zip', name, key: name, bytes: 1 });
    site.outcomes.set('unpack', [
      { status: 'done', files: [inside('1.xml'), inside('2.xml'), inside('readme.txt')] },
    ]);
    expect(site.call(file('orders.zip'), { body: 'PK\u0003\u0004' })).toBe('success');
    expect(site.of('import').map(({ name }) => name)).toEqual(['1.xml', '2.xml']);
  });

  it('wait for their import where a version was told', () => {
    const site = signedIn({ saleVersion: '2.09' });
    expect(site.call('type=sale&mode=init&version=3.1')).toMatch(/\nversion=2\.09$/);
    expect(site.call(file('documents___1.xml'), { body: xml })).toBe('success');
    expect(site.of('import')).toHaveLength(0);
    site.outcomes.set('import', [{ status: 'running' }, { status: 'done' }]);
    expect(site.call('type=sale&mode=import&filename=documents___1.xml')).toMatch(/^progress/);
    expect(site.call('type=sale&mode=import&filename=documents___1.xml')).toBe('success');
  });
});

it('gives statuses, payments and deliveries as a document', () => {
  const site = signedIn();
  expect(site.call('type=sale&mode=info')).toBe('<document>');
  expect(site.of('info')).toHaveLength(1);
});

it('keeps goods and orders of one session apart', () => {
  const site = signedIn({}, [1]);
  site.call('type=catalog&mode=file&filename=import.xml', { body: xml });
  site.call(query);
  site.call('type=catalog&mode=import&filename=import.xml');
  expect(site.call(success)).toBe('success');
  expect(site.of('confirm')).toHaveLength(1);
  expect(site.of('import')).toMatchObject([{ type: 'catalog' }]);
});
