// @ts-check
// Orders twelve packs' worth of bolts for pickup and saves the invoice: node place-order.mjs [invoice.pdf]
import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

import { isApiError, isPriceChanged } from '@kontor/sdk';

import { signIn } from './sign-in.mjs';

const kontor = await signIn();
const cart = await kontor.carts.current();
await kontor.carts.clear(cart.id);
const { outcomes } = await kontor.carts.setLines(cart.id, [{ sku: 'DIN933-8.8-M8X40-ZN', quantity: '225' }]);
for (const { status, quantity } of outcomes) console.log(`${status}: ${String(quantity)} pieces`);

const methods = await kontor.delivery.methods();
const pickup = methods.find(({ kind }) => kind === 'pickup');
const warehouseId = pickup?.warehouseIds[0];
if (!pickup || !warehouseId) throw new Error('Nothing can be picked up');

const { id } = await kontor.checkout.start(cart.id);
const { totals } = await kontor.checkout.update(id, { delivery: { methodId: pickup.id, warehouseId } });
if (!totals) throw new Error('Prices are hidden from this member');

// The gateway refuses another total than this one. A lost connection is no harm: the call is repeated and orders once.
const order = await kontor.checkout
  .place(id, { amount: totals.total, currency: totals.currency })
  .catch((error) => {
    if (isPriceChanged(error)) console.error('The total is now', error.params['total']);
    throw error;
  });
console.log(`Order ${order.number}: ${totals.total} ${totals.currency}`);

// The invoice is rendered beside the order, within seconds.
const [invoice] = order.documents;
if (!invoice) throw new Error('The order has no invoice');
const read = () => kontor.documents.content(invoice.id);
let file;
while (!file) {
  file = await read().catch((error) => {
    if (!isApiError(error, 'document_not_ready')) throw error;
  });
  if (!file) await wait(500);
}
const path = process.argv[2] ?? 'invoice.pdf';
await writeFile(path, file.stream());
console.log(`Invoice saved as ${path}`);
