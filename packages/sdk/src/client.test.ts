import { describe, expect, it } from 'vitest';

import { wellKnown } from '../../gateway/src/demo/ids.js';
import { demoAgreements } from '../../gateway/src/demo/ids.js';
import { buyerEmail, useTestClients } from '../test/test-client.js';
import { createClientCore } from './client-core.js';
import { createClient } from './client.js';
import { isNotFound, isPriceChanged, isSignedOut } from './errors.js';
import { orderResources } from './further-resources.js';

const clients = useTestClients();

describe('a script', () => {
  it('goes from signing in to an invoice', async () => {
    const kontor = await clients().signedIn(buyerEmail);
    const cart = await kontor.carts.current();
    const change = await kontor.carts.setLines(cart.id, [{ sku: wellKnown.packs, quantity: '12' }]);
    expect(change.outcomes[0]).toMatchObject({ status: 'corrected', quantity: '20' });
    const switched = await kontor.session.selectAgreement(demoAgreements.stroymaster45);
    expect(switched.repriced.map(({ sku }) => sku)).toEqual([wellKnown.packs]);
    const checkout = await kontor.checkout.start(switched.cart?.id ?? '');
    const [pickup] = (await kontor.delivery.methods()).filter(({ kind }) => kind === 'pickup');
    const ready = await kontor.checkout.update(checkout.id, {
      delivery: { methodId: pickup?.id ?? '', warehouseId: pickup?.warehouseIds[0] ?? '' },
    });
    const total = { amount: ready.totals?.total ?? '', currency: ready.totals?.currency ?? '' };
    const order = await kontor.checkout.place(checkout.id, total);
    expect(order.status).toBe('placed');
    await clients().gateway.gateway.jobs.settle();
    const [invoice] = await kontor.orders.documents(order.id);
    const pdf = await kontor.documents.content(invoice?.id ?? '');
    expect(await pdf.slice(0, 5).text()).toBe('%PDF-');
  });

  it('is told when the total has changed', async () => {
    const kontor = await clients().signedIn(buyerEmail);
    const cart = await kontor.carts.current();
    await kontor.carts.setLines(cart.id, [{ sku: wellKnown.packs, quantity: '20' }]);
    const checkout = await kontor.checkout.start(cart.id);
    const [pickup] = (await kontor.delivery.methods()).filter(({ kind }) => kind === 'pickup');
    await kontor.checkout.update(checkout.id, {
      delivery: { methodId: pickup?.id ?? '', warehouseId: pickup?.warehouseIds[0] ?? '' },
    });
    const placing = kontor.checkout.place(checkout.id, { amount: '1.00', currency: 'RUB' });
    await expect(placing).rejects.toSatisfy(isPriceChanged);
  });
});

describe('a lost answer', () => {
  it('to placing an order is one order all the same', async () => {
    let attempts = 0;
    const { gateway } = clients().gateway;
    const kontor = await clients().signedIn(buyerEmail, {
      fetch: async (request) => {
        const answer = await gateway.fetch(request);
        if (!request.url.endsWith('/place') || (attempts += 1) > 2) return answer;
        throw new TypeError('terminated');
      },
    });
    const count = async () => {
      let orders = 0;
      for await (const order of kontor.orders.list({ placedByMe: true }))
        orders += order.number === '' ? 0 : 1;
      return orders;
    };
    const before = await count();
    const cart = await kontor.carts.current();
    await kontor.carts.setLines(cart.id, [{ sku: wellKnown.packs, quantity: '20' }]);
    const checkout = await kontor.checkout.start(cart.id);
    const [pickup] = (await kontor.delivery.methods()).filter(({ kind }) => kind === 'pickup');
    const { totals } = await kontor.checkout.update(checkout.id, {
      delivery: { methodId: pickup?.id ?? '', warehouseId: pickup?.warehouseIds[0] ?? '' },
    });
    const total = { amount: totals?.total ?? '', currency: totals?.currency ?? '' };
    const order = await kontor.checkout.place(checkout.id, total);
    expect([order.status, attempts]).toEqual(['placed', 3]);
    expect((await count()) - before).toBe(1);
  });
});

describe('errors', () => {
  it('say that nobody is signed in', async () => {
    await expect(clients().client().carts.current()).rejects.toSatisfy(isSignedOut);
  });

  it('say that an order is not there', async () => {
    const kontor = await clients().signedIn(buyerEmail);
    await expect(kontor.orders.get('ord_unknown')).rejects.toSatisfy(isNotFound);
  });
});

describe('the core of a client', () => {
  it('makes further resources once, and the whole client has the same', () => {
    const core = createClientCore({ baseUrl: 'https://b2b.example.com' });
    const client = createClient({ baseUrl: 'https://b2b.example.com' });
    expect(core.resources(orderResources)).toBe(core.resources(orderResources));
    expect(client.resources(orderResources).orders).toBe(client.orders);
    expect(core).not.toHaveProperty('orders');
  });
});
