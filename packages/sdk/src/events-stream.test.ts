import { describe, expect, it } from 'vitest';

import { problem, scripted, type Answer } from '../test/scripted.js';

const opening = (cursor: number): string => `retry: 1\nid: ${String(cursor)}\n: cursor ${String(cursor)}\n\n`;
const placed = (id: number): string =>
  `id: ${String(id)}\nevent: order.placed\ndata: ${JSON.stringify({ type: 'order.placed', id: String(id), orderId: `ord_${String(id)}` })}\n\n`;

/** A stream that ends, breaks or stays open after its chunks. */
const stream =
  (
    chunks: readonly (string | Uint8Array)[],
    end: 'ends' | 'breaks' | 'stays' = 'ends',
    onCancel?: () => void,
  ) =>
  (): Response => {
    const left = [...chunks];
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const chunk = left.shift();
        if (chunk !== undefined)
          controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
        else if (end === 'ends') controller.close();
        else if (end === 'breaks') controller.error(new TypeError('terminated'));
        else return new Promise(() => undefined);
        return undefined;
      },
      ...(onCancel ? { cancel: onCancel } : {}),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
  };

async function watch(answers: Answer[], count: number, after?: string) {
  const { client, sent } = scripted(answers);
  const ids: string[] = [];
  for await (const { id } of client.events.watch({ after })) {
    ids.push(id);
    if (ids.length === count) break;
  }
  return { ids, places: sent.map(({ headers }) => headers.get('last-event-id')) };
}

describe('a stream of events', () => {
  it('goes on after the last event when it ends or breaks', async () => {
    const answers = [stream([opening(1), placed(2)]), stream([placed(3)], 'breaks'), stream([placed(4)])];
    const { ids, places } = await watch(answers, 3);
    expect([ids, places]).toEqual([
      ['2', '3', '4'],
      [null, '2', '3'],
    ]);
  });

  it('goes on where it began when it breaks before its first event', async () => {
    const { places } = await watch([stream([opening(41)], 'breaks'), stream([placed(42)])], 1);
    expect(places).toEqual([null, '41']);
  });

  it('goes on after a lost connection and a busy gateway', async () => {
    const answers = [stream([opening(1)]), new TypeError('fetch failed'), problem(503, 'unavailable')];
    const { ids } = await watch([...answers, stream([placed(2)])], 1);
    expect(ids).toEqual(['2']);
  });

  it('begins after a given event', async () => {
    expect((await watch([stream([placed(8)])], 1, '7')).places).toEqual(['7']);
  });

  it('is read across any cut of its bytes', async () => {
    const event = { type: 'order.placed', id: '5', number: 'Заказ-5 €' };
    const bytes = new TextEncoder().encode(`id: 5\ndata: ${JSON.stringify(event)}\n\n`);
    const { client } = scripted([stream(Array.from(bytes, (byte) => Uint8Array.of(byte)))]);
    const { value } = await client.events.watch().next();
    expect(value).toEqual(event);
  });

  it('passes over heartbeats and what is no event', async () => {
    const { ids } = await watch([stream([': still here\n\n', 'data: {\n\n', 'data: 1\n\n', placed(9)])], 1);
    expect(ids).toEqual(['9']);
  });

  it('ends with an error when the caller may not listen', async () => {
    const { client } = scripted([problem(401, 'unauthenticated')]);
    await expect(client.events.watch().next()).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('ends with an error when it is none', async () => {
    const { client } = scripted([new Response('<html>', { headers: { 'content-type': 'text/html' } })]);
    await expect(client.events.watch().next()).rejects.toMatchObject({ name: 'ContractError' });
  });

  it('ends without an error by its signal, and lets the connection go', async () => {
    const controller = new AbortController();
    let isCanceled = false;
    const { client } = scripted([stream([placed(1)], 'stays', () => (isCanceled = true))]);
    for await (const event of client.events.watch({ signal: controller.signal })) {
      expect(event.id).toBe('1');
      setTimeout(() => controller.abort(), 1);
    }
    expect(isCanceled).toBe(true);
  });

  it('lets the connection go when nobody reads any more', async () => {
    let isCanceled = false;
    const { client } = scripted([stream([placed(1)], 'stays', () => (isCanceled = true))]);
    for await (const event of client.events.watch()) if (event.id === '1') break;
    expect(isCanceled).toBe(true);
  });
});

it('watching orders leaves out what is no order', async () => {
  const cart = 'data: {"type":"cart.changed","id":"1","cartId":"c","version":1}\n\n';
  const { client } = scripted([stream([cart, placed(2)])]);
  const { value } = await client.orders.watch().next();
  expect(value).toMatchObject({ orderId: 'ord_2' });
});
