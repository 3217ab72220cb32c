import type { ShopEvent } from '@kontor/contract';
import { describe, expect, it } from 'vitest';

import { wellKnown } from '../../gateway/src/demo/ids.js';
import { buyerEmail, useTestClients } from '../test/test-client.js';
import type { Client } from './client.js';

const clients = useTestClients();
const colleague = 'buyer@stroymaster.example.test';

/** Places an order and answers its id. */
async function order(kontor: Client): Promise<string> {
  const cart = await kontor.carts.create({ name: `cart ${crypto.randomUUID()}` });
  await kontor.carts.setLines(cart.id, [{ sku: wellKnown.packs, quantity: '20' }]);
  const checkout = await kontor.checkout.start(cart.id);
  const [pickup] = (await kontor.delivery.methods()).filter(({ kind }) => kind === 'pickup');
  const { totals } = await kontor.checkout.update(checkout.id, {
    delivery: { methodId: pickup?.id ?? '', warehouseId: pickup?.warehouseIds[0] ?? '' },
  });
  const total = { amount: totals?.total ?? '', currency: totals?.currency ?? '' };
  return (await kontor.checkout.place(checkout.id, total)).id;
}

/** Collects the orders that a client hears of until it is told to stop. */
function listen(kontor: Client): {
  heard: string[];
  hear: (count: number) => Promise<string[]>;
  stop: () => Promise<void>;
} {
  const controller = new AbortController();
  const heard: string[] = [];
  let onHeard: () => void = () => undefined;
  const done = (async () => {
    for await (const event of kontor.orders.watch({ signal: controller.signal })) {
      if (event.type !== 'order.placed') continue;
      heard.push(event.orderId);
      onHeard();
    }
  })();
  return {
    heard,
    async hear(count) {
      while (heard.length < count) await new Promise<void>((resolve) => (onHeard = resolve));
      return [...heard];
    },
    async stop() {
      controller.abort();
      await done;
    },
  };
}

/** A fetch that tells when a stream is open, and can break it as a lost network does. */
function breakable(): {
  fetch: typeof globalThis.fetch;
  opened: (count: number) => Promise<void>;
  cut: () => void;
  resumedAfter: () => (string | null)[];
} {
  const resumed: (string | null)[] = [];
  let cut: () => void = () => undefined;
  let onOpen: () => void = () => undefined;
  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      const response = await clients().gateway.gateway.fetch(request);
      if (!request.url.endsWith('/v1/events') || !response.body) return response;
      resumed.push(request.headers.get('last-event-id'));
      const reader = response.body.getReader();
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          cut = () => {
            controller.error(new TypeError('network lost'));
            void reader.cancel();
          };
        },
        async pull(controller) {
          const { done, value } = await reader.read();
          if (done) return;
          controller.enqueue(value);
          onOpen();
        },
      });
      return new Response(body, response);
    },
    async opened(count) {
      while (resumed.length < count) await new Promise<void>((resolve) => (onOpen = resolve));
      // The head of the stream has to be read: it says where the stream begins.
      await new Promise<void>((resolve) => setTimeout(resolve, 50));
    },
    cut: () => {
      cut();
    },
    resumedAfter: () => resumed,
  };
}

describe('a watcher', () => {
  it('sees the order of a colleague', async () => {
    const wire = breakable();
    const watcher = listen(await clients().signedIn(buyerEmail, { fetch: wire.fetch }));
    await wire.opened(1);
    const id = await order(await clients().signedIn(colleague));
    expect(await watcher.hear(1)).toEqual([id]);
    await watcher.stop();
  });

  it('of another company sees nothing of it', async () => {
    const [wire, strange] = [breakable(), breakable()];
    const own = listen(await clients().signedIn(buyerEmail, { fetch: wire.fetch }));
    const stranger = listen(await clients().signedIn('owner@metiz.example.test', { fetch: strange.fetch }));
    await Promise.all([wire.opened(1), strange.opened(1)]);
    await order(await clients().signedIn(colleague));
    await own.hear(1);
    await Promise.all([own.stop(), stranger.stop()]);
    expect(stranger.heard).toEqual([]);
  });

  it('misses and repeats nothing over broken connections', async () => {
    const wire = breakable();
    const watcher = listen(await clients().signedIn(buyerEmail, { fetch: wire.fetch }));
    const buyer = await clients().signedIn(colleague);
    await wire.opened(1);
    const placed: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      // Broken before anything was heard in this round: what happens meanwhile is told afterwards.
      wire.cut();
      placed.push(await order(buyer));
      placed.push(await order(buyer));
      expect(await watcher.hear(placed.length)).toEqual(placed);
    }
    await watcher.stop();
    expect(wire.resumedAfter().slice(1)).not.toContain(null);
  });

  it('is told why when it may not listen', async () => {
    const watching = clients().client().events.watch()[Symbol.asyncIterator]();
    await expect(watching.next() as Promise<IteratorResult<ShopEvent>>).rejects.toMatchObject({
      status: 401,
    });
  });
});
