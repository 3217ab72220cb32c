import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

const pick = (list) => list[Math.floor(Math.random() * list.length)];
const words = ['болт', 'гайка м8', 'шайба', 'саморез 3,5', 'din933', 'анкер', 'блот м10', 'винт'];

/** How often each thing is done, of 100. */
const habits = [
  [40, browse],
  [20, search],
  [22, edit],
  [8, order],
  [5, switchAgreement],
  [5, lookAtOrders],
];

/** One person who buys until the time is over. Errors are noted by `note(error)` and end nothing. */
export async function buy({ client, email, password, until, placed, note }) {
  await client.session.signIn({ email, password });
  const buyer = { client, placed, skus: [] };
  await browse(buyer);
  while (Date.now() < until) {
    let chance = Math.random() * 100;
    const [, act] = habits.find(([weight]) => (chance -= weight) < 0) ?? habits[0];
    try {
      await act(buyer);
    } catch (error) {
      note(error);
    }
    await wait(Math.random() * 200);
  }
}

async function browse(buyer) {
  const { client } = buyer;
  const { id: category } = pick((await client.categories.tree()).items);
  const { items } = await client.products.list({ category, limit: 24 });
  const product = pick(items);
  if (!product) return;
  const variants = await client.products.variants(product.id, { limit: 20 });
  const skus = variants.items.map(({ sku }) => sku);
  if (skus.length === 0) return;
  buyer.skus = [...new Set([...skus, ...buyer.skus])].slice(0, 100);
  await Promise.all([
    client.prices.resolve(skus.map((sku) => ({ sku, quantity: '1' }))),
    client.stock.resolve(skus),
  ]);
}

async function search({ client }) {
  const query = pick(words);
  await client.products.suggest(query);
  await client.products.list({ query, limit: 24 });
}

async function edit({ client, skus }) {
  const cart = await client.carts.current();
  const operations = Array.from({ length: 1 + Math.floor(Math.random() * 3) }, () => ({
    sku: pick(skus),
    quantity: String(Math.floor(Math.random() * 200)),
  }));
  await client.carts.setLines(cart.id, operations);
}

/** Orders what has a price and stock; one time in three it asks twice, as somebody does whose answer was lost. */
async function order({ client, skus, placed }) {
  const cart = await client.carts.current();
  await client.carts.clear(cart.id);
  await client.carts.setLines(cart.id, [{ sku: pick(skus), quantity: '1' }]);
  const { lineCount, problemCount } = (await client.carts.check(cart.id)).cart;
  if (lineCount === 0 || problemCount > 0) return;
  const pickup = (await client.delivery.methods()).find(({ kind }) => kind === 'pickup');
  if (!pickup) return;
  const checkout = await client.checkout.start(cart.id);
  const { totals } = await client.checkout.update(checkout.id, {
    delivery: { methodId: pickup.id, warehouseId: pickup.warehouseIds[0] },
  });
  if (!totals) return;
  const total = { amount: totals.total, currency: totals.currency };
  const options = { idempotencyKey: randomUUID() };
  const asked = Math.random() < 0.33 ? 2 : 1;
  for (let count = 0; count < asked; count += 1) {
    const { id } = await client.checkout.place(checkout.id, total, options);
    placed.push({ key: options.idempotencyKey, id });
  }
  // Most is canceled, or there would be nothing left to buy.
  if (Math.random() < 0.8) await client.orders.cancel(placed.at(-1).id);
}

async function switchAgreement({ client }) {
  const { agreements } = await client.session.get();
  await client.session.selectAgreement(pick(agreements).id);
}

async function lookAtOrders({ client }) {
  const { items } = await client.orders.list({ limit: 20 });
  if (items.length > 0) await client.orders.get(pick(items).id);
}
